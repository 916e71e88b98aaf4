import { gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { View } from './render.ts'

/** A finished page as it was at some count of changes; small once somebody took it small. */
interface Kept {
  asOf: string
  html: Buffer
  small?: Buffer
}

export interface KeptPage {
  config: { door: string }
  /** Whatever the page is made from has changed when this has. */
  asOf: (request: FastifyRequest) => string
  show: (request: FastifyRequest) => View
}

/** So many finished pages are kept; the one longest not asked for goes first. */
const MOST = 64

/** A GET whose finished page is kept, per member and address, until what it is made from changes. Never older than that. */
export function keptPage(app: FastifyInstance, url: string, { config, asOf, show }: KeptPage): void {
  const shelf = new Map<string, Kept>()
  // Compressed here, once a page; the platform's compression would do it again for every request.
  app.get(url, { config, compress: false }, (request, reply) => {
    const key = `${request.actor.id} ${request.url}`
    const now = asOf(request)
    const found = shelf.get(key)
    const kept = found?.asOf === now ? found : { asOf: now, html: Buffer.from(reply.pageText(show(request))) }
    shelf.delete(key)
    shelf.set(key, kept)
    if (shelf.size > MOST) shelf.delete(shelf.keys().next().value ?? key)

    return send(request, reply, kept)
  })
}

function send(request: FastifyRequest, reply: FastifyReply, kept: Kept): FastifyReply {
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:[\s,]|$))/i.test(String(request.headers['accept-encoding'] ?? ''))
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding')

  if (!takesGzip) return reply.send(kept.html)

  kept.small ??= gzipSync(kept.html)

  return reply.header('content-encoding', 'gzip').send(kept.small)
}
