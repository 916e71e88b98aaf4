import type { FastifyInstance } from 'fastify'
import { readForm } from '../../platform/web/forms.ts'
import { shareTexts } from './texts_actions.ts'
import { sharingForm } from './texts_forms.ts'
import { textsPage } from './texts_pages.ts'

const liveMonths = { config: { door: 'read_live_months' } }

export function textRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: { span?: string | string[] } }>('/months/texts', liveMonths, ({ ctx, query }, reply) =>
    reply.page(textsPage(ctx, query.span === undefined ? null : String(query.span))),
  )
  app.post<{ Params: { id: string } }>('/months/texts/:id', liveMonths, ({ ctx, params, body }, reply) => {
    const span = shareTexts(ctx, params.id, readForm(sharingForm, body).fields)

    return reply.redirect(`/months/texts?span=${encodeURIComponent(span)}#words-${params.id}`, 303)
  })
}
