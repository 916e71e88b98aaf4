import type { FastifyInstance } from 'fastify'
import { answerForm } from '../../platform/web/forms.ts'
import { changeQuestions } from './question_actions.ts'
import { readQuestions } from './question_forms.ts'
import { questionsPage } from './question_pages.ts'

type One = { Params: { id: string } }

const planPrograms = { config: { door: 'plan_programs' } }

/** A program's own questions. */
export function questionRoutes(app: FastifyInstance): void {
  app.get<One>('/programs/:id/questions', planPrograms, ({ ctx, params }, reply) =>
    reply.page(questionsPage(ctx, params.id)),
  )
  app.post<One>('/programs/:id/questions', planPrograms, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => questionsPage(ctx, id, form),
      act: () => {
        changeQuestions(ctx, id, readQuestions(body))
        return `/programs/${id}/answers`
      },
    }),
  )
}
