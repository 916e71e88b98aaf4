import type { FastifyInstance } from 'fastify'
import { endOtherSessions, endSession } from './actions.ts'
import { youPage } from './you_pages.ts'

const signedIn = { config: { door: 'signed_in' } }

export function youRoutes(app: FastifyInstance): void {
  app.get('/you', signedIn, ({ ctx, sessionId }, reply) => reply.page(youPage(ctx, sessionId)))
  app.post<{ Params: { id: string } }>('/you/sessions/:id/end', signedIn, ({ ctx, params }, reply) => {
    endSession(ctx, params.id)

    return reply.redirect('/you', 303)
  })
  app.post('/you/other-sessions/end', signedIn, ({ ctx, sessionId }, reply) => {
    endOtherSessions(ctx, sessionId ?? '')

    return reply.redirect('/you', 303)
  })
}
