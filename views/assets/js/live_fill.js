/** Fills a reflection in from the live log: facts only, and only what is not answered yet. Durations go in, clock times stay. */

import { setWords, wordsOf } from './form_words.js'
import { change, read } from './kept.js'
import { factsOf } from './live_facts.js'

/** Once after each change of the log, so that a correction stays. Says whether anything was filled in. */
export async function fillFromLog(form) {
  const key = `log:${form.dataset.assignment}`
  const log = await read(key)
  const facts = factsOf(log?.taps ?? [], form.dataset)
  if (Object.keys(facts).length === 0) return false
  tell(facts)
  if (log.filled) return showCounts(form)
  const before = wordsOf(form)
  const known = Object.entries(facts).filter(([name, value]) => isOpen(form, before, name, value))
  setWords(form, { ...before, ...Object.fromEntries(known.map(([name, value]) => [name, [value]])) })
  showCounts(form)
  await change(key, (kept) => kept && { ...kept, filled: true })

  return known.length > 0
}

/** The day stands beforehand and is replaced, unless this device's calendar is wrong: then it cannot have been that day. */
function isOpen(form, before, name, value) {
  if (name !== 'contacted_on') return !before[name]
  const { min, max } = form.elements.contacted_on

  return value >= min && value <= max
}

/** Counts are asked only where something was counted. */
function showCounts(form) {
  for (const field of form.querySelectorAll('input[type="number"]')) if (field.value) field.closest('.q').hidden = false

  return false
}

function tell(facts) {
  const place = document.querySelector('[data-part="filled"]')
  const said = [
    facts.wait_half_minutes && `${minutesInWords(Number(facts.wait_half_minutes))} wait`,
    facts.holds && `${facts.holds} ${facts.holds === '1' ? 'hold' : 'holds'}`,
    facts.transfers && `${facts.transfers} ${facts.transfers === '1' ? 'transfer' : 'transfers'}`,
    facts.duration_minutes && `${facts.duration_minutes} min in all`,
  ].filter(Boolean)
  place.textContent = `From your live log${said.length > 0 ? `: ${said.join(', ')}` : ''}. Already filled in; change what is wrong.`
  place.hidden = false
}

function minutesInWords(halves) {
  if (halves === 0) return 'no'

  return `${Math.floor(halves / 2) || ''}${halves % 2 ? '½' : ''} min`
}
