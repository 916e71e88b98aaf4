import type { FastifyInstance } from 'fastify'
import { answerForm, readForm } from '../../platform/web/forms.ts'
import { changeChoice } from './actions.ts'
import { choiceForm } from './forms.ts'
import { choicePage } from './pages.ts'

const signedIn = { config: { door: 'signed_in' } }

export function reminderRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: { saved?: string } }>('/you/letters', signedIn, ({ ctx, query }, reply) =>
    reply.page(choicePage(ctx, { saved: query.saved === 'yes' })),
  )
  app.post('/you/letters', signedIn, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => choicePage(ctx, { form }),
      act: () => {
        changeChoice(ctx, readForm(choiceForm, body))

        return '/you/letters?saved=yes'
      },
    }),
  )
}
