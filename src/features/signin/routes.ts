import type { FastifyInstance, FastifyReply } from 'fastify'
import { Problem } from '../../lib/problem.ts'
import { typedOf } from '../../platform/web/forms.ts'
import { clearSessionCookie, setSessionCookie } from '../../platform/web/session.ts'
import { endSession, startSession } from './actions.ts'
import { type CastMember, signInPage } from './pages.ts'

export interface SignInOptions {
  secure: boolean
  /** The demo's cast by key; empty everywhere else. */
  cast: readonly CastMember[]
}

const anyone = { config: { door: 'anyone' } }

export function signInRoutes(app: FastifyInstance, options: SignInOptions): void {
  app.get<{ Querystring: { next?: string } }>('/sign-in', anyone, (request, reply) =>
    reply.page(signInPage(request.ctx, options.cast, ownPath(request.query.next))),
  )
  app.post('/sign-out', { config: { door: 'signed_in' } }, (request, reply) => {
    if (request.sessionId) endSession(request.ctx, request.sessionId)
    clearSessionCookie(reply, options.secure)

    return reply.redirect('/sign-in', 303)
  })
  if (options.cast.length === 0) return

  app.post('/sign-in/cast', anyone, (request, reply) => {
    const typed = typedOf(request.body)
    const member = options.cast.find(({ key }) => key === typed.member)
    if (!member) throw new Problem('invalid', 'Choose one of the cast.')
    const token = startSession(request.ctx, member.key, String(request.headers['user-agent'] ?? ''))

    return signedIn(reply, options.secure, token, ownPath(typed.next))
  })
}

function signedIn(reply: FastifyReply, secure: boolean, token: string, next: string): FastifyReply {
  setSessionCookie(reply, secure, token)

  return reply.redirect(next, 303)
}

/** Only a path of our own: never another site, never //elsewhere. */
function ownPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !/[\r\n]/.test(next) ? next : '/'
}
