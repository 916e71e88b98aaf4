import { scheduler } from 'node:timers/promises'
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
  const found = (request: FastifyRequest) => {
    const kept = shelf.get(keyOf(request))

    return kept?.asOf === asOf(request) ? put(shelf, keyOf(request), kept) : undefined
  }
  const make = together(({ request, reply }: Asking) => {
    const kept = { asOf: asOf(request), html: Buffer.from(reply.pageText(show(request))) }

    return put(shelf, keyOf(request), kept)
  })
  // Compressed here, once a page; the platform's compression would do it again for every request.
  app.get(url, { config, compress: false }, async (request, reply) =>
    send(request, reply, found(request) ?? (await make({ request, reply }))),
  )
}

interface Asking {
  request: FastifyRequest
  reply: FastifyReply
}

/**
 * Whoever asks for the same page before it is begun gets the same one. It is begun once all requests that have arrived are read, so it
 * is older than none of them: ten people who look on while reflections come in cost little more than one.
 */
function together(make: (asking: Asking) => Kept): (asking: Asking) => Promise<Kept> {
  const waiting = new Map<string, { latest: Asking; page: Promise<Kept> }>()
  const begin = async (key: string) => {
    await scheduler.yield()
    // Whoever begins it has put themselves there.
    const latest = waiting.get(key)?.latest as Asking
    waiting.delete(key)

    return make(latest)
  }

  return (asking) => {
    const key = keyOf(asking.request)
    const page = waiting.get(key)?.page ?? begin(key)
    waiting.set(key, { latest: asking, page })

    return page
  }
}

function keyOf({ actor, url }: FastifyRequest): string {
  return `${actor.id} ${url}`
}

/** As the one asked for last. */
function put(shelf: Map<string, Kept>, key: string, kept: Kept): Kept {
  shelf.delete(key)
  shelf.set(key, kept)
  if (shelf.size > MOST) shelf.delete(shelf.keys().next().value ?? key)

  return kept
}

/** Two thirds of the time of zlib's own choice for a fourteenth more bytes. */
const QUICK = 4

function send(request: FastifyRequest, reply: FastifyReply, kept: Kept): FastifyReply {
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:[\s,]|$))/i.test(String(request.headers['accept-encoding'] ?? ''))
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding')

  if (!takesGzip) return reply.send(kept.html)

  kept.small ??= gzipSync(kept.html, { level: QUICK })

  return reply.header('content-encoding', 'gzip').send(kept.small)
}
