import type { FastifyInstance } from 'fastify'
import { answerForm, readForm } from '../../platform/web/forms.ts'
import { addContextBeside } from './context_actions.ts'
import { contextForm } from './context_forms.ts'
import { ownersTextsPage } from './context_pages.ts'

const owners = { config: { door: 'read_own_touchpoints' } }

/** For touchpoint owners: what leaders told, and a note beside it. */
export function contextRoutes(app: FastifyInstance): void {
  app.get('/texts', owners, ({ ctx }, reply) => reply.page(ownersTextsPage(ctx)))
  app.post<{ Params: { id: string } }>('/texts/:id/context', owners, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => ownersTextsPage(ctx, form, id),
      act: () => {
        const { words, settled } = readForm(contextForm, body)
        addContextBeside(ctx, id, words, settled)
        return `/texts#text-${id}`
      },
    }),
  )
}
