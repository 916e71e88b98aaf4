/** Where two pages changed the same field: both words beside it, for the person to choose. */
import { answerInWords } from './form_words.js'

export function showClashes(form, sheet, choose) {
  for (const old of form.querySelectorAll('[data-clash]')) if (!(old.dataset.clash in sheet.asides)) old.remove()
  for (const [name, mine] of Object.entries(sheet.asides))
    showClash(form, { name, mine, theirs: sheet.words[name] ?? [] }, choose)
}

function showClash(form, clash, choose) {
  const field = form.querySelector(`[name="${CSS.escape(clash.name)}"]`)
  const place = field?.closest('fieldset, .q') ?? form
  const words = [
    `On the other page: ${said(form, clash.name, clash.theirs)}`,
    `Here: ${said(form, clash.name, clash.mine)}`,
  ]
  const found = form.querySelector(`[data-clash="${CSS.escape(clash.name)}"]`)
  if (found) {
    for (const [i, text] of words.entries()) found.querySelectorAll('p')[i + 1].textContent = text
    return
  }

  const box = document.createElement('div')
  box.className = 'remark clash'
  box.dataset.clash = clash.name
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', 'Which words stay?')
  box.append(paragraph('This was changed in two places. Which stays?'), ...words.map((text) => paragraph(text)))
  box.append(
    key('Keep what is here', () => choose(clash.name, 'mine')),
    key('Take the other', () => choose(clash.name, 'theirs')),
  )
  place.before(box)
}

function said(form, name, values) {
  const words = answerInWords(form, name, values)

  return words ? `“${words}”` : 'nothing'
}

function paragraph(text) {
  const made = document.createElement('p')
  made.textContent = text

  return made
}

function key(text, act) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'btn slim'
  made.textContent = text
  made.addEventListener('click', act)

  return made
}
