import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../lib/problem.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a post that another site made. Browsers say where a request comes from (Fetch Metadata, W3C; Origin, RFC 6454),
 * so no token is needed; a client that sends neither is not a browser and carries no one's cookies by accident.
 */
export function refuseCrossSite(app: FastifyInstance, baseUrl: string): void {
  const own = new URL(baseUrl).origin
  app.addHook('onRequest', async (request) => {
    if (SAFE.has(request.method) || isOwn(request, own)) return

    throw new Problem(
      'forbidden',
      'This came from another site and was not carried out. Open Plainclothes and try again.',
    )
  })
}

function isOwn(request: FastifyRequest, own: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = request.headers.origin
  if (origin === undefined) return true

  return origin === own || hostOf(origin) === request.headers.host
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
