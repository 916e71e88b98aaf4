/**
 * A form that is never lost on its way. Where there is no connection it waits on the device and goes off when one returns
 * (outbox.js); where one breaks while it is under way, the service worker comes back here with «?unsent».
 */
import { bodyOf, setWords, unanswered, wordsOf } from './form_words.js'
import { change, forget, isLasting, keptWords, read } from './kept.js'
import { isWaiting, put, withdraw } from './outbox.js'

const form = document.querySelector('[data-behaviour~="posting"]')
const { what, assignment, then } = form?.dataset ?? {}
const said = form?.querySelector('[data-part="said"]')
const key = `typed:${what}:${assignment}`

// Outside its window a briefing has no form.
if (form) await begin()

async function begin() {
  form.addEventListener('submit', (event) => {
    const clash = form.querySelector('[data-clash]')
    const leaves = event.submitter?.dataset.then
    if (!clash && navigator.onLine) return
    event.preventDefault()
    if (leaves) location.assign(leaves)
    else if (clash) pointTo(clash, 'Choose first which words stay.')
    else void wait()
  })
  if (form.matches('[data-behaviour~="draft"]')) form.addEventListener('input', () => void goAlong())
  else await keepTyped()
  if (await isWaiting(what, assignment)) await sayWaiting()
  else if (new URLSearchParams(location.search).has('unsent')) await wait()
}

/** A form without a draft of its own keeps what was chosen until it has arrived. */
async function keepTyped() {
  // What is chosen while the device looks is kept after it, together with what it finds.
  form.addEventListener('input', () => void change(key, () => wordsOf(form)))
  const kept = await read(key)
  if (kept) setWords(form, { ...kept, ...wordsOf(form) })
}

async function wait() {
  const open = unanswered(form)
  if (open.length > 0)
    return pointTo(open[0], `There is no connection, and ${countInWords(open.length)} still open. Nothing is lost.`)
  await put(item())
  await forget(key)
  // What only this page keeps would be lost on the next one.
  if (then && (await isLasting())) location.assign(then)
  else await sayWaiting()
}

function item() {
  const body = bodyOf(form, wordsOf(form))
  // Nobody can tell now whether the line is open; whoever rings finds out.
  if (what === 'prediction') body.set('anyway', 'yes')

  return { what, assignment, url: form.getAttribute('action'), body: body.toString() }
}

/** Words that change while the reflection waits go with it. */
async function goAlong() {
  if (!(await isWaiting(what, assignment))) return
  if (unanswered(form).length === 0) return put(item())
  await withdraw(what, assignment)
  say('It is not complete any more, so it does not wait to be handed in. Hand it in again when it is.')
}

async function sayWaiting() {
  if (what === 'prediction') return saySealed()
  const leaving = (await isLasting()) ? ' You can close this page.' : ''
  say(`There is no connection. Your reflection is handed in, once, when one returns. ${await keptWords()}${leaving}`)
}

/** Sealed here as it would be there: it is not asked again, whatever happens to the connection. */
async function saySealed() {
  for (const field of form.elements) field.disabled = true
  if (!(await isLasting()))
    return say(`Your prediction is sealed and sent when there is a connection. ${await keptWords()}`)
  const link = document.createElement('a')
  link.href = then
  link.textContent = 'Go on with your contact'
  say('Your prediction is sealed on this device and sent when there is a connection. ', link, '.')
}

function pointTo(element, words) {
  say(words)
  element.scrollIntoView({ block: 'center' })
  element.querySelector('input, button')?.focus({ preventScroll: true })
}

function countInWords(count) {
  return count === 1 ? 'one answer is' : `${count} answers are`
}

function say(...words) {
  const place = document.createElement('p')
  place.className = 'remark'
  place.append(...words)
  said.replaceChildren(place)
}
