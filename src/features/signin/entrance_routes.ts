import type { FastifyReply, FastifyRequest } from 'fastify'
import { setSessionCookie } from '../../platform/web/session.ts'
import { findSession } from './actions.ts'
import { untoldLinks } from './link_pages.ts'

/** Whatever way somebody signed in: sets the cookie; gives where to go, past the notice if there is something to tell. */
export function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  { secure }: { secure: boolean },
  token: string,
  next: string,
): string {
  setSessionCookie(reply, secure, token)
  const actor = findSession(request.ctx, token)?.actor
  const untold = actor ? untoldLinks({ ...request.ctx, actor }) : []

  return untold.length > 0 ? `/sign-in/notice?next=${encodeURIComponent(next)}` : next
}

export function agentOf(request: FastifyRequest): string {
  return String(request.headers['user-agent'] ?? '')
}

/** Only a path of our own: never another site, never //elsewhere. Browsers drop tabs and line breaks before they read it. */
export function ownPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !/[\r\n\t]/.test(next) ? next : '/'
}
