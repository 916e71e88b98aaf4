import type { FastifyInstance, FastifyReply } from 'fastify'
import { Problem } from '../../lib/problem.ts'
import { reportJsonSchema } from '../../platform/files/report_schema.ts'
import { isFormat, writeReport } from '../../platform/files/write_report.ts'
import { answerForm, readForm, remarkOnly, versionForm } from '../../platform/web/forms.ts'
import {
  commentOnReview,
  correctReview,
  getContent,
  getReport,
  getStories,
  saveReview,
  signReview,
  submitReview,
  takeBackReview,
} from './actions.ts'
import { commentForm, correctionForm, readReview } from './forms.ts'
import { draftPage, reviewPage, reviewsPage } from './pages.ts'

type One = { Params: { id: string } }

const reads = { config: { door: 'read_reviews' } }
const writes = { config: { door: 'write_reviews' } }
const signs = { config: { door: 'sign_reviews' } }

export function reviewRoutes(app: FastifyInstance): void {
  app.get('/reviews', reads, ({ ctx }, reply) => reply.page(reviewsPage(ctx)))
  app.get<One>('/reviews/:id', reads, ({ ctx, params }, reply) => reply.page(reviewPage(ctx, params.id)))
  app.get<One>('/reviews/:id/change', writes, ({ ctx, params }, reply) => reply.page(draftPage(ctx, params.id)))
  app.post<One>('/reviews/:id/change', writes, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => draftPage(ctx, id, form),
      act: () => {
        const { version, ...details } = readReview(body)
        saveReview(ctx, id, version, details)
        return `/reviews/${id}`
      },
    }),
  )
  for (const [noun, door, act] of [
    ['submission', writes, submitReview],
    ['withdrawal', writes, takeBackReview],
    ['signature', signs, signReview],
  ] as const)
    app.post<One>(`/reviews/:id/${noun}`, door, ({ ctx, body, params: { id } }, reply) =>
      answerForm(reply, {
        body,
        show: (form) => reviewPage(ctx, id, remarkOnly(form)),
        act: () => {
          act(ctx, id, readForm(versionForm, body).version)
          return `/reviews/${id}`
        },
      }),
    )
  wordRoutes(app)
  fileRoutes(app)
  readingRoutes(app)
}

function wordRoutes(app: FastifyInstance): void {
  app.post<One>('/reviews/:id/comments', reads, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => reviewPage(ctx, id, form),
      act: () => {
        const { words, settled } = readForm(commentForm, body)
        commentOnReview(ctx, id, words, settled)
        return `/reviews/${id}#comments`
      },
    }),
  )
  app.post<One>('/reviews/:id/correction', writes, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => reviewPage(ctx, id, form),
      act: () => {
        const { corrects, settled } = readForm(correctionForm, body)
        return `/reviews/${correctReview(ctx, id, corrects, settled)}/change`
      },
    }),
  )
}

function fileRoutes(app: FastifyInstance): void {
  app.get<One & { Params: { format: string } }>(
    '/reviews/:id/export/:format',
    reads,
    async ({ ctx, params }, reply) => {
      const { id, format } = params
      if (!isFormat(format)) throw new Problem('not_found', 'A review is exported as PDF, XLSX, PPTX, CSV or JSON.')
      const report = getReport(ctx, id)
      const { bytes, type, extension } = await writeReport(report, format)

      return sendFile(reply, { name: `review-${quarterOf(report)}.${extension}`, type, bytes: Buffer.from(bytes) })
    },
  )
  app.get<One>('/reviews/:id/content.json', reads, ({ ctx, params }, reply) =>
    sendFile(reply, {
      name: 'review.json',
      type: 'application/json; charset=utf-8',
      bytes: Buffer.from(getContent(ctx, params.id), 'utf8'),
    }),
  )
}

/** What programs need to read a review, and people to verify it. */
function readingRoutes(app: FastifyInstance): void {
  app.get('/reviews.schema.json', { config: { door: 'read_method' } }, (_request, reply) =>
    reply.type('application/schema+json; charset=utf-8').send(reportJsonSchema()),
  )
  app.get<One>('/reviews/:id/stories.json', reads, ({ ctx, params }, reply) =>
    sendFile(reply, {
      name: 'stories.json',
      type: 'application/json; charset=utf-8',
      bytes: Buffer.from(getStories(ctx, params.id), 'utf8'),
    }),
  )
}

function quarterOf({ facts }: { facts: readonly { label: string; value: string }[] }): string {
  return facts.find(({ label }) => label === 'Quarter')?.value ?? 'quarter'
}

function sendFile(reply: FastifyReply, { name, type, bytes }: { name: string; type: string; bytes: Buffer }) {
  return reply.header('content-disposition', `attachment; filename="${name}"`).type(type).send(bytes)
}
