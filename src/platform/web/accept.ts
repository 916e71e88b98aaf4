import type { FastifyRequest } from 'fastify'

/** Scripts and programs say that they read JSON; browsers that open a page say that they read HTML. */
export function wantsJson(request: FastifyRequest): boolean {
  const accept = String(request.headers.accept ?? '')

  return accept.includes('application/json') && !accept.includes('text/html')
}
