/** The pad of the live log. The taps with their clock times stay on this device; the reflection gets durations (live_fill.js). */
import { change, forget, isLasting, read } from './kept.js'
import { mayHappen, tallyOf } from './live_facts.js'

const page = document.querySelector('[data-behaviour~="live-log"]')
const key = `log:${page.dataset.assignment}`
const part = (name) => page.querySelector(`[data-part="${name}"]`)
const keys = [...page.querySelectorAll('[data-happening]')]
const isLive = page.dataset.tempo === 'live'
let taps = []

for (const one of keys) one.addEventListener('click', () => tap(one.dataset.happening))
part('undo').addEventListener('click', undo)
// A locked phone stops the page, and another tab may have gone on: what is kept is looked at again.
document.addEventListener('visibilitychange', async () => {
  if (!document.hidden) show(await read(key))
})
// What was predicted has arrived; it is not for reading now.
if (!part('unsealed')) await forget(`typed:prediction:${page.dataset.assignment}`)
part('bare').hidden = true
part('pad').hidden = false
show(await read(key))
await sayUnkept()
setInterval(() => tickTally(), 1000)

function tap(what) {
  const at = Date.now()

  return keep((kept) => (mayHappen(kept, what) ? [...kept, { what, at }] : kept))
}

/** Where nothing is left to undo, whoever presses keys by keyboard goes on from the one that was taken back. */
async function undo() {
  const back = keys.find((one) => one.dataset.happening === taps.at(-1)?.what)
  await keep((taps) => taps.slice(0, -1))
  if (taps.length === 0) back?.focus({ preventScroll: true })
}

async function keep(work) {
  show(await change(key, (log = { taps: [] }) => ({ ...log, filled: false, taps: work(log.taps) })))
  await sayUnkept()
}

/** Where the device keeps nothing, the next page knows nothing of what was tapped on this one. */
async function sayUnkept() {
  part('unkept').hidden = await isLasting()
}

function show(log) {
  taps = log?.taps ?? []
  const last = keys.find((one) => one.dataset.happening === taps.at(-1)?.what)
  const state = last?.dataset.state ?? page.dataset.ready
  part('state').textContent = state
  part('said').textContent = last ? state : ''
  part('before').hidden = taps.length > 0
  for (const one of keys) showKey(one, one === last)
  part('undo').hidden = taps.length === 0
  part('undo').textContent = last ? `Undo “${labelOf(last)}”` : ''
  const over = taps.at(-1)?.what === 'ended'
  part('over').classList.toggle('primary', over)
  part('over').classList.toggle('big', over)
  showClock(over)
  tickTally()
}

function showKey(one, isLast) {
  const what = one.dataset.happening
  const happened = taps.findLast((tap) => tap.what === what)
  const may = mayHappen(taps, what)
  one.classList.toggle('done', !isLast && happened !== undefined && !may)
  one.classList.toggle('primary', what === 'ended' && happened === undefined)
  one.toggleAttribute('aria-current', isLast)
  if (isLast) one.setAttribute('aria-current', 'true')
  one.setAttribute('aria-disabled', String(!may))
  one.querySelector('small').textContent = happened ? timeInWords(happened.at) : ''
}

/** CSS runs the clock from `--elapsed`; it is set anew at every tap, so it cannot drift. */
function showClock(over) {
  const clock = part('clock')
  if (!clock) return
  clock.hidden = taps.length === 0
  part('tally').hidden = taps.length === 0
  clock.style.setProperty('--elapsed', String(Math.floor(tallyOf(taps, Date.now()).elapsed / 1000)))
  // An animation keeps the delay it began with: it has to begin again.
  clock.getAnimations().forEach((each) => {
    each.cancel()
    if (over) each.pause()
    else each.play()
  })
}

function tickTally() {
  if (!part('tally')) return
  const tally = tallyOf(taps, Date.now())
  part('waited').textContent = minutesInWords(tally.waited)
  part('holds').textContent = String(tally.holds)
  part('transfers').textContent = String(tally.transfers)
}

function labelOf(one) {
  return one.querySelector('span').textContent
}

/** Under a key: the minute on a call, the day where answers take days. Seen here and nowhere else. */
function timeInWords(moment) {
  const parts = isLive ? { hour: '2-digit', minute: '2-digit' } : { weekday: 'short', day: 'numeric', month: 'short' }

  return new Intl.DateTimeFormat(document.documentElement.lang, parts).format(moment)
}

function minutesInWords(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000)

  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
