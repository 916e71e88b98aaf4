import type { FastifyInstance } from 'fastify'
import { answerForm, readForm } from '../../platform/web/forms.ts'
import { keptPage } from '../../platform/web/kept.ts'
import { SENT_IN_PIECES, sendPieces } from '../../platform/web/pieces.ts'
import { choosePrimaryMeasure, noteRebase, takeBackRebase } from './actions.ts'
import { contextRoutes } from './context_routes.ts'
import { primaryForm, readMatrixQuery, readReaderQuery, rebaseForm } from './forms.ts'
import { ownResultsPage } from './own_results_pages.ts'
import { methodPage, monthsAsOf, monthsPage } from './pages.ts'
import { monthsSchema, readersExport, readersPage } from './reader_pages.ts'
import { rebaseChoices, rebasePlaces, rebasesPage } from './rebase_pages.ts'
import { touchpointMatrixPage } from './touchpoint_matrix_pages.ts'

const LATEST = { month: null, of: null }
const readMonths = { config: { door: 'read_months' } }
const liveMonths = { config: { door: 'read_live_months' } }

export function monthRoutes(app: FastifyInstance): void {
  keptPage(app, '/months', {
    ...readMonths,
    asOf: ({ ctx }) => monthsAsOf(ctx),
    show: ({ ctx, query }) => readersPage(ctx, readReaderQuery(query)),
  })
  app.get('/months/touchpoints', liveMonths, ({ ctx, query }, reply) =>
    reply.page(touchpointMatrixPage(ctx, readMatrixQuery(query))),
  )
  exportRoutes(app)
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
  rebaseRoutes(app)
  contextRoutes(app)
  app.get<{ Params: { id: string } }>('/programs/:id/answers', liveMonths, ({ ctx, params }, reply) =>
    reply.page(ownResultsPage(ctx, params.id)),
  )
  app.get('/method', { config: { door: 'read_method' } }, (request, reply) => reply.page(methodPage(request.ctx)))
}

function rebaseRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: { touchpoint?: string } }>('/months/rebases', liveMonths, ({ ctx, query }, reply) =>
    reply.page(rebasesPage(ctx, { touchpointId: query.touchpoint ?? '' })),
  )
  app.post('/months/rebases', liveMonths, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => rebasesPage(ctx, {}, form),
      act: () => {
        const [keys, places] = [rebaseChoices(ctx), rebasePlaces(ctx)].map((all) => all.map(({ value }) => value))
        noteRebase(ctx, readForm(rebaseForm(keys ?? [], places ?? []), body))

        return '/months/rebases'
      },
    }),
  )
  app.post<{ Params: { id: string } }>('/months/rebases/:id/withdrawal', liveMonths, ({ ctx, params }, reply) => {
    takeBackRebase(ctx, params.id)

    return reply.redirect('/months/rebases', 303)
  })
}

function exportRoutes(app: FastifyInstance): void {
  app.get('/months.csv', { ...readMonths, ...SENT_IN_PIECES }, ({ ctx, query }, reply) =>
    sendPieces(reply, 'text/csv; charset=utf-8; header=present', readersExport(ctx, 'csv', readReaderQuery(query))),
  )
  app.get('/months.json', { ...readMonths, ...SENT_IN_PIECES }, ({ ctx, query }, reply) =>
    sendPieces(reply, 'application/json; charset=utf-8', readersExport(ctx, 'json', readReaderQuery(query))),
  )
  app.get('/months.schema.json', { config: { door: 'read_method' } }, (_request, reply) =>
    reply.type('application/schema+json; charset=utf-8').send(monthsSchema()),
  )
}
