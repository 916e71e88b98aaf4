import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type {} from '@fastify/compress'
import type {} from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'

const ROOT = new URL('../../../', import.meta.url).pathname
const FOLDER = join(ROOT, 'views/assets')
const FONTS = join(ROOT, 'node_modules/@fontsource-variable/newsreader/files')
const KINDS: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/** Headers that mean something to documents only: beside a small module they would be most of what crosses the wire. */
const FOR_PAGES = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
]

/** On a bad connection a leader's way carries what it shows: tables, matrices, charts and what is numbered 50 to 89 are for others. */
export const OF_OTHER_PAGES = /^css\/(?:4[5-8]|[5-8]\d)_/

export interface Asset {
  url: string
  kind: string
  body: Buffer
  /** As browsers like it best; made when the first one asks. */
  small: () => Buffer | undefined
}

/** Served as written: stylesheets are put one after the other in the order of their names, nothing is built. Name to asset. */
export function readAssets(): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  const add = (name: string, body: Buffer) => assets.set(name, asAsset(name, body))
  for (const file of ['latin', 'latin-ext'])
    add(`newsreader-${file}.woff2`, readFileSync(join(FONTS, `newsreader-${file}-wght-normal.woff2`)))
  for (const file of globSync('{img,js}/**/*.*', { cwd: FOLDER }).sort())
    add(basename(file), readFileSync(join(FOLDER, file)))
  for (const name of [...assets.keys()].filter((name) => /\.(?:js|webmanifest)$/.test(name))) link(assets, name)
  add('app.css', Buffer.from(stylesheet(assets)))
  add('phone.css', Buffer.from(stylesheet(assets, (file) => !OF_OTHER_PAGES.test(file))))

  return assets
}

export function serveAssets(app: FastifyInstance, assets: Map<string, Asset>): void {
  serveWorker(app, assets)
  for (const asset of assets.values())
    app.get(asset.url, { config: { door: 'anyone', rateLimit: false }, compress: false }, async (request, reply) => {
      for (const name of FOR_PAGES) reply.removeHeader(name)
      reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .type(asset.kind)
        .header('vary', 'accept-encoding')
      const takesBrotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
      const small = takesBrotli ? asset.small() : undefined

      return small ? reply.header('content-encoding', 'br').send(small) : reply.send(asset.body)
    })
}

/** Names of other assets become their addresses; a module's own address changes with those of the modules it uses. */
function link(assets: Map<string, Asset>, name: string): string {
  const asset = assets.get(name)
  if (!asset) throw new Error(`there is no asset ${name}`)
  const text = asset.body.toString()
  const linked = text.replace(
    /(from |import\(|"src": )(['"])(?:\.\/)?([\w.-]+)\2/g,
    (_, before, quote, other) => `${before}${quote}${link(assets, other)}${quote}`,
  )
  if (linked !== text) assets.set(name, asAsset(name, Buffer.from(linked)))

  return assets.get(name)?.url ?? ''
}

/** At the top, because a service worker minds only what is below it. It names all assets, so it is a new one when any of them is. */
function serveWorker(app: FastifyInstance, assets: Map<string, Asset>): void {
  const all = createHash('sha256')
    .update([...assets.values()].map(({ url }) => url).join())
    .digest('base64url')
  const body = Buffer.concat([Buffer.from(`// ${all}\n`), assets.get('service_worker.js')?.body ?? Buffer.of()])
  app.get('/service-worker.js', { config: { door: 'anyone', rateLimit: false } }, (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(body),
  )
}

function stylesheet(assets: Map<string, Asset>, isIn: (file: string) => boolean = () => true): string {
  const files = globSync('css/*.css', { cwd: FOLDER }).filter(isIn).sort()
  const css = files.map((file) => readFileSync(join(FOLDER, file), 'utf8')).join('\n')

  return css.replace(/url\("([^"]+)"\)/g, (whole, name: string) =>
    assets.has(name) ? `url("${assets.get(name)?.url}")` : whole,
  )
}

function asAsset(name: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  const kind = KINDS[extname(name)] ?? 'application/octet-stream'
  let made: Buffer | undefined
  const small = () => {
    if (/text|svg|json/.test(kind)) made ??= brotliCompressSync(body)

    return made
  }

  return { url: `/assets/${hash}/${name}`, kind, body, small }
}
