import type {} from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, Context } from '../../context.ts'
import type { Db } from '../db/open.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever is signed in, else NOBODY. */
    actor: Actor
    sessionId: string | null
    ctx: Context
  }
}

export const NOBODY: Actor = { id: null, name: '', roles: [] }

export interface SessionSource {
  db: Db
  clock: () => Temporal.Instant
  newId: () => string
  /** How much has changed until now (db/unchanged.ts). */
  changes: () => string
  /** True over https: the cookie is then bound to the host and sent encrypted only. */
  secure: boolean
  /** The session a token opens, or nothing. */
  findSession: (ctx: Context, token: string) => { id: string; actor: Actor } | undefined
}

/** Hangs actor and ctx on each request. A request that fails before its session is read acts as nobody. */
export function readSessions(app: FastifyInstance, source: SessionSource): void {
  app.decorateRequest('actor', null as unknown as Actor)
  app.decorateRequest('sessionId', null)
  app.decorateRequest('ctx', null as unknown as Context)
  app.addHook('onRequest', async (request) => {
    request.actor = NOBODY
    request.ctx = { db: source.db, now: source.clock(), actor: NOBODY, newId: source.newId }
    const token = request.cookies[cookieName(source.secure)]
    if (!token) return

    if (request.method === 'GET') request.ctx.asOf = source.changes()
    const session = source.findSession(request.ctx, token)
    if (!session) return

    request.actor = session.actor
    request.sessionId = session.id
    request.ctx = { ...request.ctx, actor: session.actor }
  })
}

/** __Host- cookies cannot be set by a neighbouring subdomain; they need https. */
function cookieName(secure: boolean): string {
  return secure ? '__Host-plainclothes' : 'plainclothes'
}

/** The longest a browser keeps one (RFC 6265bis); the session itself ends sooner, and on the server. */
const COOKIE_DAYS = 400

export function setSessionCookie(reply: FastifyReply, secure: boolean, token: string): void {
  reply.setCookie(cookieName(secure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: COOKIE_DAYS * 24 * 60 * 60,
  })
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(cookieName(secure), { path: '/', httpOnly: true, sameSite: 'lax', secure })
}

/** A little longer than a letter lives. */
const BROWSER_MINUTES = 15

/**
 * Tells one browser from another where nobody is signed in: a sign-in letter works only where it was asked for. Renewed each
 * time, so that nobody can plant one beforehand.
 */
export function setBrowserCookie(reply: FastifyReply, secure: boolean, token: string): void {
  reply.setCookie(browserCookie(secure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: BROWSER_MINUTES * 60,
  })
}

export function browserOf(request: FastifyRequest, secure: boolean): string | undefined {
  return request.cookies[browserCookie(secure)]
}

function browserCookie(secure: boolean): string {
  return `${cookieName(secure)}-browser`
}
