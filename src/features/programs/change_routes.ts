import type { FastifyInstance } from 'fastify'
import { answerForm, readForm } from '../../platform/web/forms.ts'
import { foresee, makeChange } from './change_actions.ts'
import { decisionForm, readChange } from './change_forms.ts'
import { changeFormPage, changePreviewPage, changesPage, typedChange } from './change_pages.ts'

type Asked = { Querystring: Record<string, string> }

const planPrograms = { config: { door: 'plan_programs' } }

/** What life changes: shown beforehand, and moved only once a lead says so. */
export function changeRoutes(app: FastifyInstance, { baseUrl }: { baseUrl: string }): void {
  app.get('/programs/changes', planPrograms, ({ ctx }, reply) =>
    reply.page(changesPage(ctx, foresee(ctx, { kind: 'saved' }))),
  )
  app.get<Asked>('/programs/changes/new', planPrograms, ({ ctx, query }, reply) => {
    const { kind, form } = typedChange(query)

    return reply.page(changeFormPage(ctx, kind, form))
  })
  app.get<Asked>('/programs/changes/preview', planPrograms, ({ ctx, query }, reply) =>
    answerForm(reply, {
      body: query,
      show: (form) => changeFormPage(ctx, typedChange(query).kind, form),
      act: () => {
        const change = readChange(query)

        return changePreviewPage(ctx, change, foresee(ctx, change))
      },
    }),
  )
  app.post('/programs/changes', planPrograms, ({ ctx, body }, reply) => {
    const change = readChange(body)

    return answerForm(reply, {
      body,
      show: ({ remark, ...form }) =>
        remark ? changePreviewPage(ctx, change, foresee(ctx, change), remark) : changeFormPage(ctx, change.kind, form),
      act: () => {
        makeChange(ctx, change, readForm(decisionForm, body), baseUrl)
        return '/programs/changes'
      },
    })
  })
}
