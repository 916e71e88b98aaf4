import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Invalid, Problem, type Refusal } from '../../lib/problem.ts'
import { refusalKind, wantsJson, wantsPage } from './accept.ts'
import { SignedOut } from './doors.ts'
import { typedOf } from './forms.ts'
import { storageTrouble } from './storage_trouble.ts'

/** The one table from refusals to HTTP statuses (RFC 9110). */
const STATUS: Readonly<Record<Refusal, number>> = {
  invalid: 422,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_many: 429,
  unavailable: 503,
}

const PLAIN = 'text/plain; charset=utf-8'

const HEADINGS: Readonly<Record<number, string>> = {
  400: 'That could not be read.',
  403: 'Not for you to open.',
  404: 'There is no such page.',
  409: 'Somebody was faster.',
  410: 'This has run out.',
  413: 'That is too long.',
  422: 'Something is not right yet.',
  429: 'A little slower, please.',
  503: 'Not now.',
}

/** What a device shows by itself when the server cannot be reached; kept by the service worker, the same for everybody. */
export function keepOfflinePage(app: FastifyInstance): void {
  app.get('/offline', { config: { door: 'anyone' } }, (_request, reply) =>
    reply.page({ template: 'errors/offline', title: 'No connection', width: 'narrow', sheet: 'phone.css' }),
  )
}

/** The only place where a thrown thing becomes an answer. What broke is noted under an id of its own, which no other request needs. */
export function answerProblems(app: FastifyInstance, newId: () => string): void {
  app.setNotFoundHandler(() => {
    throw new Problem('not_found', 'The address may be mistyped, or what it led to is not yours to see.')
  })
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    if (error instanceof SignedOut) return answerSignedOut(request, reply)
    if (error instanceof Invalid && wantsJson(request))
      return reply.status(422).send({ error: 422, message: error.message, complaints: error.complaints })
    if (error instanceof Problem) return answer(request, reply, STATUS[error.refusal], error.message)
    if (error.statusCode && error.statusCode < 500) return answer(request, reply, error.statusCode, sentenceOf(error))

    const trouble = storageTrouble(error)
    const id = newId()
    request.log.error({ err: error, id, route: request.routeOptions.url }, trouble ?? 'a bug')
    if (trouble) return answer(request, reply, 503, trouble)

    return answer(
      request,
      reply,
      500,
      `Something broke on our side. It is noted under ${id}; nothing was half-written.`,
    )
  })
}

/** What was posted by somebody whose session ended is shown back, to be sent again after signing in. */
function answerSignedOut(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const kind = refusalKind(request)
  if (kind === 'json' && !wantsPage(request))
    return reply.status(401).send({ error: 'signed_out', message: 'Sign in first.' })
  if (kind === 'text' && !wantsPage(request)) return reply.status(401).type(PLAIN).send('Sign in first.\n')
  if (request.method === 'GET' || request.method === 'HEAD')
    return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303)

  return reply.page(
    { template: 'errors/signed_out', title: 'You are signed out', width: 'narrow', ...sentIn(request) },
    401,
  )
}

/** What came in a form, to be shown back and sent again. */
function sentIn(request: FastifyRequest) {
  const typed = Object.entries(typedOf(request.body)).flatMap(([name, value]) =>
    [value].flat().map((text) => ({ name, text })),
  )

  return { typed, words: typed.flatMap(({ text }) => (isProse(text) ? text : [])), action: request.url }
}

/** What somebody wrote, rather than chose or was sent along. */
function isProse(text: string): boolean {
  return text.length > 20 || /\s/.test(text)
}

function answer(request: FastifyRequest, reply: FastifyReply, status: number, sentence: string): FastifyReply {
  const kind = refusalKind(request)
  if (kind === 'json') return reply.status(status).send({ error: status, message: sentence })
  if (kind === 'text') return reply.status(status).type(PLAIN).send(`${sentence}\n`)
  const heading = HEADINGS[status] ?? (status >= 500 ? 'Something broke.' : 'That did not work.')

  // Where the same form may well pass a little later, no word of it is lost.
  const again = request.method === 'POST' && (status >= 500 || status === 429) ? sentIn(request) : { typed: [] }

  return reply.page(
    { template: 'errors/problem', title: heading, width: 'narrow', heading, sentence, status, ...again },
    status,
  )
}

function sentenceOf(error: FastifyError): string {
  const known: Record<string, string> = {
    FST_ERR_CTP_BODY_TOO_LARGE: 'That is more than this form takes. Shorten it and send it again.',
    FST_ERR_CTP_INVALID_MEDIA_TYPE: 'This address takes a form, not that kind of content.',
    FST_ERR_CTP_EMPTY_JSON_BODY: 'The content was announced as JSON and is empty.',
  }
  if (error.statusCode === 429) return 'Too many requests from here in a short time. Wait a minute and go on.'

  return known[error.code] ?? 'The request could not be read. Go back and try again.'
}
