import type { FastifyInstance } from 'fastify'
import { answerForm, readForm, versionForm } from '../../platform/web/forms.ts'
import { addScenario, bringBackScenario, changeScenario, retireScenario } from './actions.ts'
import { changeScenarioPage, newScenarioPage } from './form_pages.ts'
import { scenarioForm } from './forms.ts'
import {
  libraryPage,
  libraryScenarioPage,
  retireScenarioPage,
  scenarioPage,
  scenariosPage,
  versionPage,
} from './pages.ts'

type One = { Params: { id: string } }
type From = { Querystring: { from?: string } }

const edit = { config: { door: 'edit_scenarios' } }

export function scenarioRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: { retired?: string; touchpoint?: string } }>('/scenarios', edit, ({ ctx, query }, reply) =>
    reply.page(scenariosPage(ctx, { retired: query.retired === 'yes', touchpointId: query.touchpoint })),
  )
  app.get<{ Querystring: { channel?: string } }>('/scenarios/library', edit, ({ query }, reply) =>
    reply.page(libraryPage(query.channel)),
  )
  app.get<{ Params: { key: string } }>('/scenarios/library/:key', edit, ({ params }, reply) =>
    reply.page(libraryScenarioPage(params.key)),
  )
  app.get<From>('/scenarios/new', edit, ({ ctx, query }, reply) =>
    reply.page(newScenarioPage(ctx, { from: query.from })),
  )
  app.post<From>('/scenarios', edit, ({ ctx, body, query }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => newScenarioPage(ctx, { from: query.from, form }),
      act: () => `/scenarios/${addScenario(ctx, readForm(scenarioForm, body))}`,
    }),
  )
  app.get<One>('/scenarios/:id', edit, ({ ctx, params }, reply) => reply.page(scenarioPage(ctx, params.id)))
  app.get<One>('/scenarios/:id/change', edit, ({ ctx, params }, reply) =>
    reply.page(changeScenarioPage(ctx, params.id)),
  )
  app.post<One>('/scenarios/:id', edit, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => changeScenarioPage(ctx, id, form),
      act: () => {
        changeScenario(ctx, id, readForm(versionForm, body).version, readForm(scenarioForm, body))
        return `/scenarios/${id}`
      },
    }),
  )
  app.get<{ Params: { id: string; number: string } }>(
    '/scenarios/:id/versions/:number',
    edit,
    ({ ctx, params }, reply) => reply.page(versionPage(ctx, params.id, Number(params.number))),
  )
  retirementRoutes(app)
}

function retirementRoutes(app: FastifyInstance): void {
  app.get<One>('/scenarios/:id/retirement', edit, ({ ctx, params }, reply) =>
    reply.page(retireScenarioPage(ctx, params.id)),
  )
  app.post<One>('/scenarios/:id/retirement', edit, ({ ctx, params: { id } }, reply) => {
    retireScenario(ctx, id)

    return reply.redirect(`/scenarios/${id}`, 303)
  })
  app.post<One>('/scenarios/:id/return', edit, ({ ctx, params: { id } }, reply) => {
    bringBackScenario(ctx, id)

    return reply.redirect(`/scenarios/${id}`, 303)
  })
}
