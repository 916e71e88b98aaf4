/** What every page does for the device it is on: sends what waits, keeps pages for a tunnel, and clears up at sign-out. */
import { forget, keysFrom, member, read } from './kept.js'
import { forgetContact, listWaiting, sendWaiting } from './outbox.js'

const UNSENT = 'Some words on this device have not arrived yet. Sign out and remove them?'
const NAMES = { prediction: 'Your prediction', reflection: 'Your reflection' }

if (member) {
  addEventListener('online', () => sendWaiting(tell))
  addEventListener('outbox', () => setTimeout(() => sendWaiting(tell), 5000))
  for (const form of document.querySelectorAll('form[action="/sign-out"]')) form.addEventListener('submit', leave)
  if (document.body.dataset.handedIn) await forgetContact(document.body.dataset.handedIn)
  await sendWaiting(tell)
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }))
  await navigator.serviceWorker?.register('/service-worker.js')
  await keepPages()
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
  words.append(
    ok ? `${NAMES[what]} has arrived. ` : `${NAMES[what]} was not taken: ${message} Your words are kept. `,
    link,
    '.',
  )
  document.querySelector('main').prepend(words)
}

/** The pages this one leads to, while there is a connection; the service worker shows them when there is none. */
async function keepPages() {
  const kept = document.body.dataset.keep?.split(' ') ?? []
  if (!globalThis.caches || kept.length === 0) return
  const pages = await caches.open('pages')
  const here = (await pages.match(location.pathname)) ? [] : [location.pathname]
  for (const url of [...here, ...kept]) {
    const answer = await fetch(url, { headers: { accept: 'text/html' } }).catch(() => undefined)
    const isOurs = answer?.ok && !answer.redirected && answer.headers.get('plainclothes-member') === member
    if (isOurs) await keepPage(pages, url, answer)
  }
}

/** A page is of no use without what it is made of. */
async function keepPage(pages, url, answer) {
  const parts = new DOMParser().parseFromString(await answer.clone().text(), 'text/html')
  await pages.put(url, answer)
  const needed = [...parts.querySelectorAll('link[rel="stylesheet"], script[src]')].map(
    (one) => one.getAttribute('href') ?? one.getAttribute('src'),
  )
  const assets = await caches.open('assets')
  for (const one of needed) if (!(await assets.match(one))) await assets.add(one).catch(() => undefined)
}

/** Nothing of this member stays on the device; what has not arrived yet is asked about first. */
async function leave(event) {
  event.preventDefault()
  const form = event.currentTarget
  await sendWaiting(() => undefined)
  if ((await isAnythingUnsent()) && !confirm(UNSENT)) return
  for (const key of await keysFrom('')) await forget(key)
  await globalThis.caches?.delete('pages')
  HTMLFormElement.prototype.submit.call(form)
}

async function isAnythingUnsent() {
  const { isUnsaved } = await import('./draft_words.js')
  const drafts = await Promise.all((await keysFrom('draft:')).map((key) => read(key)))

  return (await listWaiting()).length > 0 || drafts.some((sheet) => isUnsaved(sheet))
}
