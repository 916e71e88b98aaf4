/**
 * Keeps a reflection as it is written: on the device with every letter, on the server when there is a connection, and says which.
 * Two tabs share one sheet on the device, two devices one draft on the server (draft_words.js).
 */
import { showClashes } from './draft_clashes.js'
import { chosen, isUnsaved, opened, overtaken, sameWords, saved, shown, typed } from './draft_words.js'
import { bodyOf, sentWords, setWords, wordsOf } from './form_words.js'
import { change, isLasting, read } from './kept.js'
import { fillFromLog } from './live_fill.js'

const form = document.querySelector('[data-behaviour~="draft"]')
const { assignment } = form.dataset
const key = `draft:${assignment}`
form.elements.writer.value = crypto.getRandomValues(new Uint32Array(3)).join('-')
const saving = document.querySelector('[data-part="saving"]')
const LATER = 15_000
const UNKEPT = 'This browser keeps nothing by itself. Your answers are saved while there is a connection.'
let seen = {}
let turn = 0
let timer
let running
let isBehind = false
let noted = Promise.resolve()

form.addEventListener('input', (event) =>
  note(event.target.type === 'radio' || event.target.type === 'checkbox' ? 200 : 800),
)
addEventListener('online', () => save())
addEventListener('focus', () => look())
document.addEventListener('visibilitychange', () => (document.hidden ? save() : look()))
// Handing in follows what this page saved last, whether it has heard of that or not.
form.addEventListener('submit', () => clearTimeout(timer))
await begin()

async function begin() {
  const sheet = await keep((kept) => opened(kept, Number(form.dataset.version), sentWords(form)))
  show(sheet)
  if (await fillFromLog(form)) note(0)
  else if (isUnsaved(sheet)) await save()
  else say(sheet.version > 0 ? 'Saved.' : (await isLasting()) ? 'Each answer is saved as you give it.' : UNKEPT)
}

/** Something was typed: on the device at once, on the server in a moment. Letters that come while one is kept go together. */
function note(soon) {
  if (!isBehind) {
    isBehind = true
    noted = noted.then(() => keepTyped())
  }
  clearTimeout(timer)
  timer = setTimeout(() => save(), soon)
}

async function keepTyped() {
  isBehind = false
  const mine = wordsOf(form)
  const sheet = await keep((kept) => typed(kept ?? fresh(), seen, mine))
  seen = shown(sheet)
  // Words of another tab come in, unless somebody is typing here just now.
  if (!sameWords(seen, mine) && sameWords(mine, wordsOf(form))) setWords(form, seen)
  showClashes(form, sheet, choose)
}

/** The sheet says of itself whether it has arrived, for whoever signs out on another page (device.js). */
async function keep(work) {
  const sheet = await change(key, (kept) => {
    const after = work(kept)
    return after && { ...after, unsaved: isUnsaved(after) }
  })
  dispatchEvent(new Event('unsent'))

  return sheet
}

/** The sheet was forgotten meanwhile (signed out in another tab): what this page shows is kept anew. */
function fresh() {
  return opened(undefined, Number(form.elements.version.value), seen)
}

/** Another tab may have gone on: its words are taken over. */
async function look() {
  await noted
  const sheet = await read(key)
  if (sheet) show(sheet)
}

function show(sheet) {
  seen = shown(sheet)
  setWords(form, seen)
  form.elements.version.value = String(sheet.version)
  showClashes(form, sheet, choose)
}

async function choose(name, which) {
  show(await keep((sheet) => chosen(sheet, name, which)))
  await save()
}

/** One at a time; whatever is typed meanwhile goes with the next one. */
function save() {
  running = (running ?? Promise.resolve()).then(() => saveNow()).catch(() => sayOffline())

  return running
}

async function saveNow() {
  clearTimeout(timer)
  await noted
  const sheet = await read(key)
  if (!sheet || sameWords(sheet.words, sheet.base)) return sheet && sayState(sheet)
  say('Saving …')
  const answer = await fetch(`/assignments/${assignment}/draft`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: bodyOf(form, sheet.words, { version: sheet.version, turn: ++turn }),
    signal: AbortSignal.timeout(LATER),
  })
  if (answer.ok) return settle(saved, (await answer.json()).version, sheet.words)
  if (answer.status === 409) return takeOver()
  if (answer.status === 401) return saySignedOut()
  if (answer.status >= 500 || answer.status === 429) return sayOffline()

  return say(`${(await answer.json()).message} Your words are kept on this device.`)
}

async function takeOver() {
  const answer = await fetch(`/assignments/${assignment}/draft`, { headers: { accept: 'application/json' } })
  if (!answer.ok) return sayOffline()
  const { version, answers, waits } = await answer.json()
  if (!waits) return say('This contact takes no more words. Yours are kept on this device: copy what you want to keep.')
  const words = Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, [value].flat()]))
  delete words.standards
  await settle(overtaken, { version, words })
  await saveNow()
}

async function settle(step, ...given) {
  const sheet = await keep((kept) => kept && step(kept, ...given))
  // Handed in from another tab meanwhile: nothing is left to keep.
  if (!sheet) return
  form.elements.version.value = String(sheet.version)
  // What was typed while the server answered is newer than what it answered.
  if (sameWords(seen, wordsOf(form))) show(sheet)
  sayState(sheet)
}

function sayState(sheet) {
  if (Object.keys(sheet.asides).length > 0) say('Other words were saved on another page. Choose below which ones stay.')
  else say(sameWords(sheet.words, sheet.base) ? 'Saved.' : 'Kept on this device.')
}

async function sayOffline() {
  clearTimeout(timer)
  timer = setTimeout(() => save(), LATER)
  const where = (await isLasting()) ? 'Kept on this device.' : 'Kept on this page: leave it open.'
  say(`${where} There is no connection; it is saved when one returns.`)
}

function saySignedOut() {
  const link = document.createElement('a')
  link.href = `/sign-in?next=${encodeURIComponent(location.pathname)}`
  link.textContent = 'Sign in'
  say('Kept on this device. You are signed out: ', link, ' and go on here.')
}

/** Said once: a screen reader is not told the same again with every letter. */
function say(...words) {
  const text = words.map((word) => word.textContent ?? word).join('')
  if (saving.textContent !== text) saving.replaceChildren(...words)
}
