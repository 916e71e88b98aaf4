/** Says beside each of the three steps how many answers it still waits for. */
import { unanswered } from './form_words.js'

const form = document.querySelector('[data-behaviour~="progress"]')
const steps = [...document.querySelectorAll('.steps a')].map((link) => {
  const left = document.createElement('span')
  left.className = 'left'
  link.append(' ', left)

  return { left, step: form.querySelector(link.hash) }
})

for (const event of ['input', 'change', 'words']) form.addEventListener(event, () => show())
show()

function show() {
  const open = unanswered(form)
  for (const { left, step } of steps) {
    const count = open.filter((one) => step.contains(one)).length
    const words = count === 0 ? 'done' : `${count} to go`
    if (left.textContent !== words) left.textContent = words
  }
}
