import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { unescapeHtml } from './filled_in.ts'
import type { CastName, House } from './house.ts'

export interface Visited {
  url: string
  /** The page that led here. */
  from: string
  status: number
  kind: string
  html: string
  /** As transferred: compressed, without what it links to. */
  bytes: number
}

/**
 * Opens, as one of the cast, every page that links lead to, beginning at their start page; of one route so many: fifty reflections look
 * alike. Files are opened too, unless only pages are asked for.
 */
export async function crawl(
  house: House,
  who: CastName | null,
  { perRoute = 5, files = true } = {},
): Promise<Visited[]> {
  const visited = new Map<string, Visited>()
  const opened = new Map<string, number>()
  const waiting = [{ url: '/', from: 'the start' }]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { url, from } = next
    if (visited.has(url) || (!files && isFile(url))) continue
    const route = routeOf(house, url)
    const kind = kindOf(url, route)
    if ((opened.get(route) ?? 0) >= perRoute && (opened.get(kind) ?? 0) >= PER_KIND) continue
    for (const one of new Set([route, kind])) opened.set(one, (opened.get(one) ?? 0) + 1)
    const page = await open(house, who, url, from)
    visited.set(url, page)
    for (const link of linksOf(page)) waiting.push({ url: link, from: url })
  }

  return [...visited.values()]
}

function isFile(url: string): boolean {
  return /(?:\.|\/export\/)\w+$/.test(new URL(url, 'http://house').pathname)
}

/** Of pages that are asked differently, by month or by touchpoint, so many are opened in any case. */
const PER_KIND = 2

function kindOf(url: string, route: string): string {
  const asked = new URL(url, 'http://house').searchParams

  return asked.size === 0 ? route : `${route}?${[...asked.keys()].sort().join('&')}`
}

/** The route an address leads to, or the address itself where there is none. */
export function routeOf(house: House, url: string, method = 'GET'): string {
  const path = url.split(/[?#]/)[0] ?? ''
  const found = house.app.routesWithDoors.find(
    (route) => route.method === method && patternOf(route.url).test(path) && !route.url.includes('*'),
  )

  return found?.url ?? path
}

function patternOf(url: string): RegExp {
  const pattern = patterns.get(url) ?? new RegExp(`^${url.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`)
  patterns.set(url, pattern)

  return pattern
}

const patterns = new Map<string, RegExp>()

/** The files a page leads to, which a crawl of pages alone passes by. */
export function filesOf(page: Visited): string[] {
  return linksOf(page).filter(isFile)
}

/** Fields somebody types in or chooses from, with no label to say what for. */
export function unlabelled({ html }: Visited): string[] {
  const named = new Set([...html.matchAll(/<label [^>]*for="([^"]+)"/g)].map(([, id]) => id))
  const outside = html.replace(/<label\b(?![^>]*\bfor=)[\s\S]*?<\/label>/g, '')

  return [...outside.matchAll(/<(?:input|select|textarea)\b([^>]*)>/g)]
    .filter(([, attributes = '']) => !/type="hidden"|aria-label/.test(attributes))
    .filter(([, attributes = '']) => !named.has(/\bid="([^"]+)"/.exec(attributes)?.[1] ?? ''))
    .map(([field]) => field)
}

/** What a page brings along from /assets/, fonts apart. */
export function assetsOf({ html }: Visited): string[] {
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)]
    .map(([, url]) => url ?? '')
    .filter((url) => !url.endsWith('.woff2'))
}

async function open(house: House, who: CastName | null, url: string, from: string): Promise<Visited> {
  const answer = await house.get(who, url, { 'accept-encoding': 'gzip, br' })
  const moved = answer.headers.location
  if (answer.statusCode === 303 && moved) return open(house, who, moved, url)

  return {
    url,
    from,
    status: answer.statusCode,
    kind: String(answer.headers['content-type']).split(';')[0] ?? '',
    html: unpacked(answer),
    bytes: answer.rawPayload.length,
  }
}

function unpacked({ headers, rawPayload, body }: Awaited<ReturnType<House['get']>>): string {
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(rawPayload).toString()

  return headers['content-encoding'] === 'gzip' ? gunzipSync(rawPayload).toString() : body
}

function linksOf({ html, url }: Visited): string[] {
  const base = new URL(url, 'http://house')

  return [...html.matchAll(/<a\b[^>]*?href="([^"]*)"/g)]
    .map(([, href]) => new URL(unescapeHtml(href ?? ''), base))
    .filter(({ origin }) => origin === base.origin)
    .map(({ pathname, search }) => pathname + search)
}
