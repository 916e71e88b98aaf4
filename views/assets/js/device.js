/** What every page does for the device it is on: sends what waits, keeps pages for a tunnel, and clears up after a sign-out. */
import { forgetMember, isOnSlips, keysFrom, member, read } from './kept.js'
import { forgetContact, listWaiting, sendWaiting } from './outbox.js'

const UNSENT = 'Some words on this device have not arrived yet. Sign out and remove them?'
const NAMES = { prediction: 'Your prediction', reflection: 'Your reflection' }
const LEAVING = 'plainclothes-leaving'
/** This module is the first of a page: nothing of it is hidden, filled in or added yet. */
const asWritten = `<!doctype html>${document.documentElement.outerHTML}`
/** As strict as the server's, for a page that is kept without its headers. */
const POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'"
let isUnsent = false

await clearUp()
if (member) {
  for (const form of document.querySelectorAll('form[action="/sign-out"]')) form.addEventListener('submit', leave)
  addEventListener('online', () => sendWaiting(tell))
  addEventListener('outbox', () => setTimeout(() => sendWaiting(tell), 5000))
  addEventListener('unsent', lookForUnsent)
  const { handedIn } = document.body.dataset
  if (handedIn) await forgetContact(handedIn)
  await sendWaiting(tell)
  await lookForUnsent()
  if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done, { once: true }))
  await navigator.serviceWorker?.register('/service-worker.js').catch(() => undefined)
  // A device that is full takes none: then there is none in a tunnel.
  await keepPages().catch(() => undefined)
}

/** Said at the top of the page; on the page it was written on, one is taken along. */
function tell({ what, assignment, ok, next, message }) {
  if (ok && location.pathname === `/assignments/${assignment}/${what}`) return location.assign(next)
  const words = document.createElement('p')
  words.className = 'remark'
  words.setAttribute('role', 'status')
  const link = document.createElement('a')
  link.href = ok ? next : `/assignments/${assignment}/reflection`
  link.textContent = ok ? 'Look at it' : 'Open it'
  const how = ok ? 'has arrived. ' : `was not taken: ${message} Your words are kept. `
  words.append(`${NAMES[what]} ${how}`, link, '.')
  document.querySelector('main').prepend(words)
}

/** The pages this one leads to, while there is a connection; the service worker shows them when there is none. */
async function keepPages() {
  const kept = document.body.dataset.keep?.split(' ') ?? []
  if (!globalThis.caches || kept.length === 0) return
  const pages = await caches.open('pages')
  if (!(await pages.match('/whose'))) await pages.put('/whose', new Response(member))
  const here = location.pathname
  const isNew = !(await pages.match(here))
  for (const url of kept.filter((url) => url !== here)) await keepOurs(pages, url, await ask(url))
  if (isNew) await keepOurs(pages, here, isAnswerToForm() ? await ask(here) : thisPage())
}

function ask(url) {
  return fetch(url, { headers: { accept: 'text/html' } }).catch(() => undefined)
}

async function keepOurs(pages, url, answer) {
  const isOurs = answer?.ok && !answer.redirected && answer.headers.get('plainclothes-member') === member
  if (isOurs) await keepPage(pages, url, answer)
}

/** A form that was not taken comes back at the same address with what was typed: not what that address says. */
function isAnswerToForm() {
  return document.referrer !== '' && new URL(document.referrer).pathname === location.pathname
}

/** On a bad connection a page is not asked for twice. */
function thisPage() {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'plainclothes-member': member }

  return new Response(asWritten, { headers: { ...headers, 'content-security-policy': POLICY } })
}

/** A page is of no use without what it is made of: that first. */
async function keepPage(pages, url, answer) {
  const parts = new DOMParser().parseFromString(await answer.clone().text(), 'text/html')
  const assets = await caches.open('assets')
  for (const one of parts.querySelectorAll('link[rel="stylesheet"], script[src]')) {
    const address = one.getAttribute('href') ?? one.getAttribute('src')
    if (!(await assets.match(address))) await assets.add(address).catch(() => undefined)
  }
  await pages.put(url, answer)
}

/** Whoever signs out leaves nothing behind; what has not arrived yet is sent, or asked about first. */
function leave(event) {
  if (isUnsent) {
    event.preventDefault()
    void sendOrAsk(event.currentTarget)
  } else note(member)
}

async function sendOrAsk(form) {
  await sendWaiting(() => undefined)
  await lookForUnsent()
  if (isUnsent && !confirm(UNSENT)) return
  note(member)
  HTMLFormElement.prototype.submit.call(form)
}

/** Done on the page that follows: only then is it certain that the member has left. */
async function clearUp() {
  const whose = note()
  if (!whose) return
  if (whose !== member) {
    await forgetMember(whose)
    await globalThis.caches?.delete('pages')
  }
  note('')
}

/** Who is leaving; without a word, what was noted. Some browsers keep no notes, and nothing else either. */
function note(whose) {
  try {
    if (whose === undefined) return localStorage.getItem(LEAVING)
    if (whose) localStorage.setItem(LEAVING, whose)
    else localStorage.removeItem(LEAVING)
  } catch {
    return null
  }
}

async function lookForUnsent() {
  const sheets = await Promise.all((await keysFrom('draft:')).map((key) => read(key)))
  isUnsent = (await listWaiting()).length > 0 || sheets.some((sheet) => sheet?.unsaved) || isOnSlips('draft:')
}
