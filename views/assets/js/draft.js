/**
 * Keeps a reflection as it is written: on the device with every letter, on the server when there is a connection, and says which.
 * Two tabs share one sheet on the device, two devices one draft on the server (draft_words.js).
 */
import { showClashes } from './draft_clashes.js'
import { caughtUp, chosen, isUnsaved, opened, overtaken, recovered, sameWords, saved, typed } from './draft_words.js'
import { bodyOf, sentWords, setWords, wordsOf } from './form_words.js'
import { change, isLasting, keptWords, read, slipsOf, tearUp, writeSlip } from './kept.js'
import { fillFromLog } from './live_fill.js'

const form = document.querySelector('[data-behaviour~="draft"]')
const { assignment } = form.dataset
const key = `draft:${assignment}`
const writer = crypto.getRandomValues(new Uint32Array(3)).join('-')
form.elements.writer.value = writer
const saving = document.querySelector('[data-part="saving"]')
const LATER = 15_000
const UNKEPT = 'This browser keeps nothing by itself. Your answers are saved while there is a connection.'
/** What this page shows of the sheet; what differs was typed since. */
let seen = sentWords(form)
/** What of it is on its way to the device. */
let keeping
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
  // What a browser puts back by itself may be older than what is kept; what else stands there was typed before this script came.
  if (performance.getEntriesByType('navigation')[0]?.type !== 'navigate') setWords(form, seen)
  if (!sameWords(seen, wordsOf(form))) noteBeside()
  const opening = keepPage((kept) => opened(kept, Number(form.dataset.version), sentWords(form)))
  noted = opening
  const sheet = await opening
  if (await fillFromLog(form)) note(0)
  else if (isUnsaved(sheet)) await save()
  else say(sheet.version > 0 ? 'Saved.' : (await isLasting()) ? 'Each answer is saved as you give it.' : UNKEPT)
}

/** Something was typed: on the device at once, on the server in a moment. Letters that come while one is kept go together. */
function note(soon) {
  noteBeside()
  if (!isBehind) {
    isBehind = true
    // What could not be kept (a full disk) goes with the next letter.
    noted = noted.catch(() => undefined).then(() => keepTyped())
  }
  clearTimeout(timer)
  timer = setTimeout(() => save(), soon)
}

/** A page that is closed the next moment has left it on a slip. */
function noteBeside() {
  writeSlip(key, writer, [seen, keeping, wordsOf(form)].filter(Boolean))
}

function keepTyped() {
  isBehind = false
  const known = seen

  return keepPage((kept) => kept ?? fresh(known))
}

/** What is typed here and what stands on slips goes into the sheet that `sheetOf` gives; what else the sheet says is shown. */
async function keepPage(sheetOf) {
  const [known, mine, slips] = [seen, wordsOf(form), slipsOf(key)]
  keeping = mine
  const sheet = await keep((kept) => typed(withSlips(sheetOf(kept), slips), known, mine))
  keeping = undefined
  tearUp(slips)
  await leaveSlip(sheet)
  show(sheet, mine)

  return sheet
}

/** What the device does not take stays on this page's slip until the server has it. */
async function leaveSlip(sheet) {
  if (await isLasting()) return
  const words = wordsOf(form)
  if (!sameWords(sheet.base, words)) writeSlip(key, writer, [sheet.base, words])
  else tearUp(slipsOf(key).filter(({ name }) => name.endsWith(`/${writer}`)))
}

function withSlips(sheet, slips) {
  return slips.reduce((sheet, { words }) => recovered(sheet, words), sheet)
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
function fresh(known) {
  return opened(undefined, Number(form.elements.version.value), known)
}

/** Another tab may have gone on, or was closed before its words were kept: they are taken over. */
async function look() {
  await noted
  const slips = slipsOf(key)
  const sheet = slips.length > 0 ? await keep((kept) => withSlips(kept ?? fresh(seen), slips)) : await read(key)
  tearUp(slips)
  if (sheet) show(sheet)
}

/** `before` is what the page showed when it asked; what was typed since then stays. */
function show(sheet, before = seen) {
  const caught = caughtUp(sheet, before, wordsOf(form))
  seen = caught.seen
  setWords(form, caught.words)
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

  return say(`${(await answer.json()).message} ${await keptWords()}`)
}

async function takeOver() {
  const answer = await fetch(`/assignments/${assignment}/draft`, { headers: { accept: 'application/json' } })
  if (!answer.ok) return sayOffline()
  const { version, answers, waits } = await answer.json()
  if (!waits) return say(`This contact takes no more words. Copy what you want to keep. ${await keptWords()}`)
  const words = Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, [value].flat()]))
  delete words.standards
  await settle(overtaken, { version, words })
  await saveNow()
}

async function settle(step, ...given) {
  const sheet = await keep((kept) => kept && step(kept, ...given))
  // Handed in from another tab meanwhile: nothing is left to keep.
  if (!sheet) return
  await leaveSlip(sheet)
  show(sheet)
  await sayState(sheet)
}

async function sayState(sheet) {
  if (Object.keys(sheet.asides).length > 0) say('Other words were saved on another page. Choose below which ones stay.')
  else say(sameWords(sheet.words, sheet.base) ? 'Saved.' : await keptWords())
}

async function sayOffline() {
  clearTimeout(timer)
  timer = setTimeout(() => save(), LATER)
  say(`${await keptWords()} There is no connection; it is saved when one returns.`)
}

async function saySignedOut() {
  const link = document.createElement('a')
  link.href = `/sign-in?next=${encodeURIComponent(location.pathname)}`
  link.textContent = 'Sign in'
  // A page that is all there is must not be left: the other one signs in for both.
  if (!(await isLasting())) link.target = '_blank'
  say(`${await keptWords()} You are signed out: `, link, ' and go on here.')
}

/** Said once: a screen reader is not told the same again with every letter. */
function say(...words) {
  const text = words.map((word) => word.textContent ?? word).join('')
  if (saving.textContent !== text) saving.replaceChildren(...words)
}
