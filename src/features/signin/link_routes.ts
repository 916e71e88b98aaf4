import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { typedOf } from '../../platform/web/forms.ts'
import { agentOf, enter, ownPath } from './entrance_routes.ts'
import { acknowledgeLinks, issueLink, signInWithOneTimeLink } from './link_actions.ts'
import { issueLinkPage, noticePage, oneTimeLinkPage } from './link_pages.ts'

export interface LinkOptions {
  secure: boolean
  baseUrl: string
  /** Whether admins issue links just now: without a mail server, or while it fails. */
  issuesLinks: (ctx: Context) => boolean
}

type Token = { Params: { token: string } }
type One = { Params: { id: string } }

const anyone = { config: { door: 'anyone' } }
const signedIn = { config: { door: 'signed_in' } }
const manageMembers = { config: { door: 'manage_members' } }

/** One-time links: an admin issues one, whoever holds it presses a button, the member is told. */
export function linkRoutes(app: FastifyInstance, options: LinkOptions): void {
  app.get<Token>('/sign-in/one-time/:token', anyone, (request, reply) =>
    reply.page(oneTimeLinkPage(request.ctx, request.params.token)),
  )
  app.post<Token>('/sign-in/one-time/:token', anyone, (request, reply) => {
    const token = signInWithOneTimeLink(request.ctx, request.params.token, agentOf(request))

    return reply.redirect(enter(request, reply, options, token, '/'), 303)
  })
  app.get<One>('/members/:id/sign-in-link', manageMembers, ({ ctx, params }, reply) => {
    refuseWhileLettersWork(ctx, options)

    return reply.page(issueLinkPage(ctx, params.id))
  })
  app.post<One>('/members/:id/sign-in-link', manageMembers, ({ ctx, params }, reply) => {
    refuseWhileLettersWork(ctx, options)
    const link = `${options.baseUrl}/sign-in/one-time/${issueLink(ctx, params.id)}`

    return reply.page(issueLinkPage(ctx, params.id, link))
  })
  app.get<{ Querystring: { next?: string } }>('/sign-in/notice', signedIn, (request, reply) =>
    reply.page(noticePage(request.ctx, ownPath(request.query.next))),
  )
  app.post('/sign-in/notice', signedIn, (request, reply) => {
    if (request.sessionId) acknowledgeLinks(request.ctx, request.sessionId)

    return reply.redirect(ownPath(typedOf(request.body).next), 303)
  })
}

function refuseWhileLettersWork(ctx: Context, { issuesLinks }: LinkOptions): void {
  if (!issuesLinks(ctx))
    throw new Problem('conflict', 'Letters go out, so members sign in with one. Links are for when they do not.')
}
