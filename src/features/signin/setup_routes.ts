import type { FastifyInstance } from 'fastify'
import { answerForm, readForm } from '../../platform/web/forms.ts'
import { agentOf, enter } from './entrance_routes.ts'
import { setUp } from './setup_actions.ts'
import { setUpForm } from './setup_forms.ts'
import { hasStepsToTake, setUpPage, startPage } from './setup_pages.ts'

type Token = { Params: { token: string } }

const anyone = { config: { door: 'anyone' } }

export function setUpRoutes(app: FastifyInstance, options: { secure: boolean }): void {
  app.get<Token>('/set-up/:token', anyone, ({ ctx, params, headers }, reply) =>
    reply.page(setUpPage(ctx, params.token, headers['accept-language'] ?? '')),
  )
  app.post<Token>('/set-up/:token', anyone, (request, reply) => {
    const { ctx, body, headers } = request
    const { token } = request.params
    if (request.actor.id) return reply.redirect('/', 303)

    return answerForm(reply, {
      body,
      show: (form) => setUpPage(ctx, token, headers['accept-language'] ?? '', form),
      act: () => {
        const session = setUp(ctx, token, { ...readForm(setUpForm, body), userAgent: agentOf(request) })

        return enter(request, reply, options, session, '/start')
      },
    })
  })
  app.get('/start', { config: { door: 'signed_in' } }, ({ ctx }, reply) =>
    hasStepsToTake(ctx) ? reply.page(startPage(ctx)) : reply.redirect('/', 303),
  )
}
