import type { FastifyRequest } from 'fastify'

/** Scripts and programs say that they read JSON; browsers that open a page say that they read HTML. */
export function wantsJson(request: FastifyRequest): boolean {
  const accept = String(request.headers.accept ?? '')

  return accept.includes('application/json') && !accept.includes('text/html')
}

/** Whoever looks at a page says so; a program that names nothing takes what it is given. */
export function wantsPage({ headers }: FastifyRequest): boolean {
  return String(headers.accept ?? '').includes('text/html')
}

/** How a refusal is written: to whoever asked for a file as they would read the file, whatever they say they accept. */
export function refusalKind(request: FastifyRequest): 'page' | 'json' | 'text' {
  const [path = ''] = request.url.split('?')
  if (wantsJson(request) || path.endsWith('.json')) return 'json'

  return path.endsWith('.csv') ? 'text' : 'page'
}
