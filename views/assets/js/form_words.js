/** A form as words: field name to the values typed or chosen, and back. */

/** Which standards and which of a program’s own questions are asked, which version was shown and which page writes belong to the page, not to its words. */
const OF_THE_PAGE = ['version', 'writer', 'standards', 'questions']

/** What is typed now, also in questions that do not apply at the moment. */
export function wordsOf(form) {
  return collect(form, (field) => (isChoice(field) ? field.checked : true) && field.value)
}

/** What the server sent, whatever the browser restored or somebody typed since. */
export function sentWords(form) {
  return collect(form, (field) => (isChoice(field) ? field.defaultChecked && field.value : field.defaultValue))
}

/** Puts words into the form, leaving alone what says so already. */
export function setWords(form, words) {
  let changed = false
  for (const field of fieldsOf(form)) {
    const values = words[field.name] ?? []
    if (isChoice(field)) {
      const checked = values.includes(field.value)
      changed ||= field.checked !== checked
      field.checked = checked
    } else if (field.value !== (values[0] ?? '')) {
      changed = true
      field.value = values[0] ?? ''
    }
  }
  if (changed) form.dispatchEvent(new Event('words'))
}

/** As it is posted: these words with what belongs to the page, such as the version it shows and the questions it asks. */
export function bodyOf(form, words, more = {}) {
  const body = new URLSearchParams()
  for (const field of form.elements) if (OF_THE_PAGE.includes(field.name)) body.append(field.name, field.value)
  for (const [name, value] of Object.entries(more)) body.set(name, String(value))
  for (const [name, values] of Object.entries(words)) for (const value of values) body.append(name, value)

  return body
}

/** The questions that wait for an answer; each as the element that holds it. */
export function unanswered(form) {
  const groups = [...form.querySelectorAll('fieldset:has(> .seg)')].filter((group) => isAsked(group))
  const open = groups.filter((group) => !group.querySelector(':checked'))
  const empty = [...form.querySelectorAll('[required]')].filter((field) => isAsked(field) && field.value.trim() === '')

  return [...open, ...empty].toSorted((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1))
}

/** An answer as the page says it. */
export function answerInWords(form, name, values) {
  const said = values.map((value) => {
    const choice = form.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`)
    return (choice && isChoice(choice) && choice.closest('label')?.textContent.trim()) || value
  })

  return said.join(', ')
}

function collect(form, wordOf) {
  const words = {}
  for (const field of fieldsOf(form)) {
    const value = wordOf(field)
    if (value) words[field.name] = [...(words[field.name] ?? []), value]
  }

  return words
}

function fieldsOf(form) {
  return [...form.elements].filter(
    (field) => field.name && field.type !== 'submit' && !OF_THE_PAGE.includes(field.name),
  )
}

function isChoice(field) {
  return field.type === 'radio' || field.type === 'checkbox'
}

function isAsked(element) {
  return !element.closest('[hidden], :disabled')
}
