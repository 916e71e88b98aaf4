import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { answerForm, readForm, typedOf } from '../../platform/web/forms.ts'
import { allowance } from '../../platform/web/limits.ts'
import { browserOf, clearSessionCookie, setBrowserCookie } from '../../platform/web/session.ts'
import { endSession, startSession } from './actions.ts'
import { askForLetter, signInWithCode, signInWithLink } from './code_actions.ts'
import { agentOf, enter, ownPath } from './entrance_routes.ts'
import { codeForm, emailForm } from './forms.ts'
import { linkRoutes } from './link_routes.ts'
import { type CastMember, codePage, linkPage, signInPage } from './pages.ts'

export interface SignInOptions {
  secure: boolean
  secret: string
  baseUrl: string
  /** The demo's cast by key; empty everywhere else. */
  cast: readonly CastMember[]
  /** Whether letters can be sent at all. */
  letters: boolean
  /** Whether admins issue links just now: without a mail server, or while it fails. */
  issuesLinks: (ctx: Context) => boolean
  /** A letter waits: send it now rather than at the next tick. */
  sendLetters: () => void
}

type Next = { Querystring: { next?: string } }
type Token = { Params: { token: string } }

const anyone = { config: { door: 'anyone' } }
const signedIn = { config: { door: 'signed_in' } }

export function signInRoutes(app: FastifyInstance, options: SignInOptions): void {
  askRoutes(app, options)
  codeRoutes(app, options)
  letterLinkRoutes(app, options)
  linkRoutes(app, options)
  castRoutes(app, options)
  app.post('/sign-out', signedIn, (request, reply) => {
    if (request.sessionId) endSession(request.ctx, request.sessionId)
    clearSessionCookie(reply, options.secure)

    return reply.redirect('/sign-in', 303)
  })
}

/** One address gets five letters in ten minutes, one place asks for thirty; beyond ten a day an address's letters carry no code. */
function askRoutes(app: FastifyInstance, options: SignInOptions): void {
  const [perAddress, perPlace, perDay] = [allowance(5, 10), allowance(30, 10), allowance(10, 24 * 60)]
  app.get<Next>('/sign-in', anyone, (request, reply) =>
    reply.page(signInPage(request.ctx, { ...options, next: ownPath(request.query.next) })),
  )
  app.post('/sign-in', anyone, (request, reply) => {
    const { ctx, body, ip } = request
    const next = ownPath(typedOf(body).next)
    const ask = () => {
      const { email } = readForm(emailForm, body)
      if (!options.letters) throw noLetters()
      if (!perPlace(ip, ctx.now) || !perAddress(email.toLowerCase(), ctx.now)) throw tooMany()
      const withCode = perDay(email.toLowerCase(), ctx.now)
      const before = browserOf(request, options.secure)
      setBrowserCookie(reply, options.secure, askForLetter(ctx, { ...options, email, withCode, before }))
      options.sendLetters()

      return `/sign-in/code?next=${encodeURIComponent(next)}`
    }

    return answerForm(reply, { body, show: (form) => signInPage(ctx, { ...options, next }, form), act: ask })
  })
}

function codeRoutes(app: FastifyInstance, options: SignInOptions): void {
  const perPlace = allowance(60, 10)
  app.get<Next>('/sign-in/code', anyone, (request, reply) => reply.page(codePage(ownPath(request.query.next))))
  app.post('/sign-in/code', anyone, (request, reply) => {
    const { ctx, body, ip } = request
    const next = ownPath(typedOf(body).next)
    if (request.actor.id) return reply.redirect(next, 303)
    const signIn = () => {
      const { code } = readForm(codeForm, body)
      if (!perPlace(ip, ctx.now)) throw tooMany()
      const typed = { code, browser: browserOf(request, options.secure) ?? '', userAgent: agentOf(request) }

      return enter(request, reply, options, signInWithCode(ctx, { ...typed, secret: options.secret }), next)
    }

    return answerForm(reply, { body, show: (form) => codePage(next, form), act: signIn })
  })
}

/** Opening a link changes nothing: mail scanners open links. The button does. */
function letterLinkRoutes(app: FastifyInstance, options: SignInOptions): void {
  app.get<Token>('/sign-in/link/:token', anyone, (request, reply) =>
    reply.page(linkPage(request.ctx, request.params.token, browserOf(request, options.secure))),
  )
  app.post<Token>('/sign-in/link/:token', anyone, (request, reply) => {
    if (request.actor.id) return reply.redirect('/', 303)
    const given = {
      link: request.params.token,
      browser: browserOf(request, options.secure),
      userAgent: agentOf(request),
    }

    return reply.redirect(enter(request, reply, options, signInWithLink(request.ctx, given), '/'), 303)
  })
}

function castRoutes(app: FastifyInstance, options: SignInOptions): void {
  if (options.cast.length === 0) return

  app.post('/sign-in/cast', anyone, (request, reply) => {
    const typed = typedOf(request.body)
    const member = options.cast.find(({ key }) => key === typed.member)
    if (!member) throw new Problem('invalid', 'Choose one of the cast.')
    const token = startSession(request.ctx, member.key, agentOf(request))

    return reply.redirect(enter(request, reply, options, token, ownPath(typed.next)), 303)
  })
}

function tooMany(): Problem {
  return new Problem('too_many', 'That was asked for many times in a short while. Wait ten minutes, then try again.')
}

function noLetters(): Problem {
  return new Problem('unavailable', 'No mail server is set up here, so no letter can be sent. Ask an admin for a link.')
}
