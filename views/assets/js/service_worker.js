/**
 * Pages without a connection. Assets are named by their content and kept for good; pages come from the server whenever it can be
 * reached, and only a leader's own way is kept beside. Whenever the server shows a page of somebody else, or of nobody, whatever
 * was kept is forgotten first.
 */
const ASSETS = 'assets'
const PAGES = 'pages'
const OFFLINE = '/offline'
const WHOSE = '/whose'
const SENT = /^(\/assignments\/[\w-]+)\/(prediction|reflection|draft)$/
const KEPT = /^\/(?:today|assignments\/[\w-]+(?:\/(?:live|contact|reflection))?)$/

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(prepare())
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin) return
  if (request.method === 'GET' && url.pathname.startsWith('/assets/')) event.respondWith(asset(request, url))
  else if (request.mode === 'navigate') event.respondWith(page(event, url))
})

/** Asked for as nobody: the page that says there is no connection names no member. */
async function prepare() {
  const assets = await caches.open(ASSETS)
  await assets.put(OFFLINE, await fetch(OFFLINE, { credentials: 'omit' }))
}

async function asset(request, url) {
  const assets = await caches.open(ASSETS)
  const kept = await assets.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  // A device that is full takes no copy; the page needs it all the same.
  if (answer.ok) await keepAsset(assets, request, url, answer.clone()).catch(() => undefined)

  return answer
}

async function keepAsset(assets, request, url, answer) {
  await forgetOlder(assets, url)
  await assets.put(request, answer)
}

/** The same name with another hash is an earlier version. */
async function forgetOlder(assets, { pathname }) {
  const name = pathname.split('/').at(-1)
  for (const old of await assets.keys()) if (new URL(old.url).pathname.endsWith(`/${name}`)) await assets.delete(old)
}

async function page(event, url) {
  try {
    const answer = await fetch(event.request)
    if (answer.ok) event.waitUntil(keep(event.request, url, answer.clone()))

    return answer
  } catch {
    if (event.request.method !== 'GET') return unsent(url)
    const pages = await caches.open(PAGES)
    const kept = await pages.match(url.pathname === '/' ? '/today' : url.pathname)

    return kept ?? (await caches.match(OFFLINE)) ?? Response.error()
  }
}

/** A form that broke off on its way: back to its page, where everything typed is kept and waits for a connection (posting.js). */
async function unsent({ pathname }) {
  const [, at, form] = SENT.exec(pathname) ?? []
  if (!at) return (await caches.match(OFFLINE)) ?? Response.error()
  if (form !== 'prediction') return Response.redirect(`${at}/reflection${form === 'draft' ? '' : '?unsent'}`, 303)
  // A briefing stands on today's page, and on its own if it was opened there.
  const own = await (await caches.open(PAGES)).match(at)

  return Response.redirect(`${own ? at : '/today'}?unsent`, 303)
}

async function keep(request, { pathname }, answer) {
  const member = answer.headers.get('plainclothes-member') ?? ''
  const whose = await (await (await caches.open(PAGES)).match(WHOSE))?.text()
  if (whose !== undefined && whose !== member) await caches.delete(PAGES)
  const pages = await caches.open(PAGES)
  await pages.put(WHOSE, new Response(member))
  if (member && request.method === 'GET' && KEPT.test(pathname)) await pages.put(pathname, answer)
}
