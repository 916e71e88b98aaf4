import type { FastifyInstance } from 'fastify'
import { answerForm, emptyForm, readForm, typedOf, versionForm } from '../../platform/web/forms.ts'
import { addProgram, changeProgram, extendProgram, letProgramEnd, retireProgram } from './actions.ts'
import { boardPage } from './board_pages.ts'
import { changeRoutes } from './change_routes.ts'
import { withManyTicked } from './choice_pages.ts'
import { type AskedPages, fairnessPage } from './fair_pages.ts'
import { readPlacement, readProgram, readTypedCadence } from './forms.ts'
import type { Plannings } from './large_plan_actions.ts'
import { programPage } from './matrix_pages.ts'
import { nudge } from './nudge_actions.ts'
import { changeProgramPage, newProgramPage, retireProgramPage } from './pages.ts'
import { addByHand, swapAssignment } from './placement_actions.ts'
import { addByHandPage, swapPage } from './placement_pages.ts'
import { planningRoutes } from './planning_routes.ts'
import { questionRoutes } from './question_routes.ts'
import { holdRound, publishRound } from './round_actions.ts'
import { publicationPage, roundPage } from './round_pages.ts'

type One = { Params: { id: string } }

const planPrograms = { config: { door: 'plan_programs' } }

export interface ProgramOptions {
  baseUrl: string
  plannings: Plannings
}

export function programRoutes(app: FastifyInstance, options: ProgramOptions): void {
  changeRoutes(app, options)
  app.get<{ Querystring: { retired?: string; owed?: string } }>('/programs', planPrograms, ({ ctx, query }, reply) =>
    reply.page(boardPage(ctx, { retired: query.retired === 'yes', owed: query.owed })),
  )
  app.get('/programs/new', planPrograms, ({ ctx }, reply) => reply.page(newProgramPage(ctx)))
  app.post('/programs', planPrograms, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => newProgramPage(ctx, form),
      act: () => `/programs/${addProgram(ctx, readProgram(body))}`,
    }),
  )
  app.post('/programs/coming', planPrograms, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => newProgramPage(ctx, form),
      act: () => newProgramPage(ctx, emptyForm(typedOf(body)), readTypedCadence(body)),
    }),
  )
  app.post<One>('/programs/:id/coming', planPrograms, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => changeProgramPage(ctx, id, form),
      act: () => changeProgramPage(ctx, id, emptyForm(typedOf(body)), readTypedCadence(body)),
    }),
  )
  app.post('/programs/lineup', planPrograms, ({ ctx, body }, reply) =>
    reply.page(newProgramPage(ctx, emptyForm(withManyTicked(ctx, typedOf(body))))),
  )
  app.post<One>('/programs/:id/lineup', planPrograms, ({ ctx, body, params: { id } }, reply) =>
    reply.page(changeProgramPage(ctx, id, emptyForm(withManyTicked(ctx, typedOf(body))))),
  )
  app.get<One & { Querystring: { rounds?: string; leaders?: string } }>(
    '/programs/:id',
    planPrograms,
    ({ ctx, params, query }, reply) => reply.page(programPage(ctx, params.id, query)),
  )
  app.get<One & { Querystring: AskedPages }>('/programs/:id/fairness', planPrograms, ({ ctx, params, query }, reply) =>
    reply.page(fairnessPage(ctx, params.id, query)),
  )
  app.get<One>('/programs/:id/change', planPrograms, ({ ctx, params }, reply) =>
    reply.page(changeProgramPage(ctx, params.id)),
  )
  app.post<One>('/programs/:id', planPrograms, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => changeProgramPage(ctx, id, form),
      act: () => {
        changeProgram(ctx, id, readForm(versionForm, body).version, readProgram(body))
        return `/programs/${id}`
      },
    }),
  )
  app.get<One>('/programs/:id/retirement', planPrograms, ({ ctx, params }, reply) =>
    reply.page(retireProgramPage(ctx, params.id)),
  )
  for (const [noun, act] of [
    ['retirement', retireProgram],
    ['extension', extendProgram],
    ['ending', letProgramEnd],
  ] as const)
    app.post<One>(`/programs/:id/${noun}`, planPrograms, ({ ctx, params }, reply) => {
      act(ctx, params.id)

      return reply.redirect(`/programs/${params.id}`, 303)
    })
  questionRoutes(app)
  planningRoutes(app, options.plannings)
  roundRoutes(app)
  placementRoutes(app, options)
  app.post<One>('/assignments/:id/nudges', planPrograms, ({ ctx, params }, reply) => {
    nudge(ctx, params.id, options.baseUrl)

    return reply.redirect('/programs#owed', 303)
  })
}

function roundRoutes(app: FastifyInstance): void {
  app.get<One & { Querystring: { leaders?: string } }>('/rounds/:id', planPrograms, ({ ctx, params, query }, reply) =>
    reply.page(roundPage(ctx, params.id, query)),
  )
  app.get<One>('/rounds/:id/publication', planPrograms, ({ ctx, params }, reply) =>
    reply.page(publicationPage(ctx, params.id)),
  )
  app.post<One>('/rounds/:id/publication', planPrograms, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: ({ remark, complaints }) => publicationPage(ctx, id, remark ?? Object.values(complaints)[0] ?? null),
      act: () => {
        publishRound(ctx, id, readForm(versionForm, body).version)
        return `/rounds/${id}`
      },
    }),
  )
  for (const [noun, holds] of [
    ['hold', true],
    ['release', false],
  ] as const)
    app.post<One>(`/rounds/:id/${noun}`, planPrograms, ({ ctx, params: { id } }, reply) => {
      holdRound(ctx, id, holds)

      return reply.redirect(`/rounds/${id}`, 303)
    })
}

/** What a lead does by hand: adds a contact, or gives it to somebody else. */
function placementRoutes(app: FastifyInstance, { baseUrl }: { baseUrl: string }): void {
  app.get<One>('/rounds/:id/assignments/new', planPrograms, ({ ctx, params }, reply) =>
    reply.page(addByHandPage(ctx, params.id)),
  )
  app.post<One>('/rounds/:id/assignments', planPrograms, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => addByHandPage(ctx, id, form),
      act: () => `/assignments/${addByHand(ctx, id, readPlacement(body), baseUrl)}`,
    }),
  )
  app.get<One>('/assignments/:id/swap', planPrograms, ({ ctx, params }, reply) => reply.page(swapPage(ctx, params.id)))
  app.post<One>('/assignments/:id/swap', planPrograms, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => swapPage(ctx, id, form),
      act: () =>
        `/assignments/${swapAssignment(ctx, id, readForm(versionForm, body).version, readPlacement(body), baseUrl)}`,
    }),
  )
}
