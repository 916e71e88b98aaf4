import type { FastifyInstance } from 'fastify'
import type { ClockJump } from '../../lib/clock_watch.ts'
import { typedOf } from '../../platform/web/forms.ts'
import { pageAsked } from '../../platform/web/paging.ts'
import { discardLetter, retryLetter } from './outbox_actions.ts'
import { letterPage, outboxPage } from './outbox_pages.ts'

export interface OutboxOptions {
  /** Whether there is a mail server. */
  letters: boolean
  sendLetters: () => void
  /** Whether the jobs wait because the clock cannot be believed. */
  clockJump: () => ClockJump | null
}

type One = { Params: { id: string } }

const readOutbox = { config: { door: 'read_outbox' } }

export function outboxRoutes(app: FastifyInstance, { letters, sendLetters, clockJump }: OutboxOptions): void {
  app.get('/outbox', readOutbox, ({ ctx, query }, reply) =>
    reply.page(outboxPage(ctx, { letters, page: pageAsked(typedOf(query).page), clockJump: clockJump() })),
  )
  app.get<One>('/outbox/:id', readOutbox, ({ ctx, params }, reply) => reply.page(letterPage(ctx, params.id)))
  app.post<One>('/outbox/:id/retry', readOutbox, ({ ctx, params }, reply) => {
    retryLetter(ctx, params.id)
    sendLetters()

    return reply.redirect('/outbox', 303)
  })
  app.post<One>('/outbox/:id/discard', readOutbox, ({ ctx, params }, reply) => {
    discardLetter(ctx, params.id)

    return reply.redirect('/outbox', 303)
  })
}
