import type { FastifyInstance } from 'fastify'
import { answerForm, readForm } from '../../platform/web/forms.ts'
import { keptPage } from '../../platform/web/kept.ts'
import { choosePrimaryMeasure } from './actions.ts'
import { primaryForm, readMonthsQuery } from './forms.ts'
import { methodPage, monthsAsOf, monthsCsv, monthsPage } from './pages.ts'

const LATEST = { month: null, programId: null }

export function monthRoutes(app: FastifyInstance): void {
  const liveMonths = { config: { door: 'read_live_months' } }

  keptPage(app, '/months', {
    ...liveMonths,
    asOf: ({ ctx }) => monthsAsOf(ctx),
    show: ({ ctx, query }) => monthsPage(ctx, readMonthsQuery(query)),
  })
  app.get('/months.csv', liveMonths, ({ ctx, query }, reply) => {
    const { name, text } = monthsCsv(ctx, readMonthsQuery(query))

    return reply
      .type('text/csv; charset=utf-8; header=present')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(text)
  })
  app.post('/months/primary-measure', liveMonths, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => monthsPage(ctx, LATEST, form),
      act: () => {
        choosePrimaryMeasure(ctx, readForm(primaryForm, body).measure)
        return '/months'
      },
    }),
  )
  app.get('/method', { config: { door: 'read_method' } }, (request, reply) => reply.page(methodPage(request.ctx)))
}
