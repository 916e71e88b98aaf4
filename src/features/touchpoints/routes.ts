import type { FastifyInstance } from 'fastify'
import { answerForm, readForm, versionForm } from '../../platform/web/forms.ts'
import {
  addStandard,
  addTouchpoint,
  bringBackStandard,
  bringBackTouchpoint,
  changeStandard,
  changeTouchpoint,
  retireStandard,
  retireTouchpoint,
  setHours,
  setIntent,
} from './actions.ts'
import {
  changeStandardPage,
  changeTouchpointPage,
  hoursPage,
  intentPage,
  newStandardPage,
  newTouchpointPage,
  readingFrame,
} from './form_pages.ts'
import { hoursForm, intentForm, newTouchpointForm, standardForm, touchpointForm } from './forms.ts'
import {
  ownTouchpointsPage,
  retireStandardPage,
  retireTouchpointPage,
  touchpointPage,
  touchpointsPage,
} from './pages.ts'

type One = { Params: { id: string } }
type OneStandard = { Params: { id: string; standard: string } }

const list = { config: { door: 'list_touchpoints' } }
const read = { config: { door: 'read_touchpoints' } }
const own = { config: { door: 'read_own_touchpoints' } }
const edit = { config: { door: 'edit_touchpoints' } }

export function touchpointRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: { retired?: string } }>('/touchpoints', list, (request, reply) =>
    reply.page(touchpointsPage(request.ctx, { retired: request.query.retired === 'yes' })),
  )
  app.get('/touchpoints/own', own, (request, reply) => reply.page(ownTouchpointsPage(request.ctx)))
  app.get('/touchpoints/new', edit, (request, reply) => reply.page(newTouchpointPage(request.ctx)))
  app.post('/touchpoints', edit, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => newTouchpointPage(ctx, form),
      act: () =>
        `/touchpoints/${addTouchpoint(ctx, readForm(newTouchpointForm(body, readingFrame(ctx).country), body))}`,
    }),
  )
  app.get<One>('/touchpoints/:id', read, (request, reply) => reply.page(touchpointPage(request.ctx, request.params.id)))
  app.get<One>('/touchpoints/:id/change', edit, (request, reply) =>
    reply.page(changeTouchpointPage(request.ctx, request.params.id)),
  )
  app.post<One>('/touchpoints/:id', edit, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => changeTouchpointPage(ctx, id, form),
      act: () => {
        const { version } = readForm(versionForm, body)
        changeTouchpoint(ctx, id, version, readForm(touchpointForm(body, readingFrame(ctx).country), body))
        return `/touchpoints/${id}`
      },
    }),
  )
  partRoutes(app)
  retirementRoutes(app)
  standardRoutes(app)
}

/** The parts that have a form of their own. */
function partRoutes(app: FastifyInstance): void {
  app.get<One>('/touchpoints/:id/hours', edit, (request, reply) =>
    reply.page(hoursPage(request.ctx, request.params.id)),
  )
  app.post<One>('/touchpoints/:id/hours', edit, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => hoursPage(ctx, id, form),
      act: () => {
        const { version } = readForm(versionForm, body)
        setHours(ctx, id, version, readForm(hoursForm(readingFrame(ctx).today), body))
        return `/touchpoints/${id}`
      },
    }),
  )
  app.get<One>('/touchpoints/:id/intent', edit, (request, reply) =>
    reply.page(intentPage(request.ctx, request.params.id)),
  )
  app.post<One>('/touchpoints/:id/intent', edit, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => intentPage(ctx, id, form),
      act: () => {
        setIntent(ctx, id, readForm(versionForm, body).version, readForm(intentForm, body))
        return `/touchpoints/${id}`
      },
    }),
  )
}

function retirementRoutes(app: FastifyInstance): void {
  app.get<One>('/touchpoints/:id/retirement', edit, (request, reply) =>
    reply.page(retireTouchpointPage(request.ctx, request.params.id)),
  )
  app.post<One>('/touchpoints/:id/retirement', edit, ({ ctx, params: { id } }, reply) => {
    retireTouchpoint(ctx, id)

    return reply.redirect(`/touchpoints/${id}`, 303)
  })
  app.post<One>('/touchpoints/:id/return', edit, ({ ctx, params: { id } }, reply) => {
    bringBackTouchpoint(ctx, id)

    return reply.redirect(`/touchpoints/${id}`, 303)
  })
}

function standardRoutes(app: FastifyInstance): void {
  app.get<One>('/touchpoints/:id/standards/new', edit, (request, reply) =>
    reply.page(newStandardPage(request.ctx, request.params.id)),
  )
  app.post<One>('/touchpoints/:id/standards', edit, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => newStandardPage(ctx, id, form),
      act: () => {
        addStandard(ctx, id, readForm(standardForm, body))
        return `/touchpoints/${id}#standards`
      },
    }),
  )
  const one = '/touchpoints/:id/standards/:standard'
  app.get<OneStandard>(`${one}/change`, edit, ({ ctx, params: { id, standard } }, reply) =>
    reply.page(changeStandardPage(ctx, id, standard)),
  )
  app.post<OneStandard>(one, edit, ({ ctx, body, params: { id, standard } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => changeStandardPage(ctx, id, standard, form),
      act: () => {
        changeStandard(ctx, id, standard, readForm(versionForm, body).version, readForm(standardForm, body))
        return `/touchpoints/${id}#standards`
      },
    }),
  )
  app.get<OneStandard>(`${one}/retirement`, edit, ({ ctx, params: { id, standard } }, reply) =>
    reply.page(retireStandardPage(ctx, id, standard)),
  )
  app.post<OneStandard>(`${one}/retirement`, edit, ({ ctx, params: { id, standard } }, reply) => {
    retireStandard(ctx, id, standard)

    return reply.redirect(`/touchpoints/${id}#standards`, 303)
  })
  app.post<OneStandard>(`${one}/return`, edit, ({ ctx, params: { id, standard } }, reply) => {
    bringBackStandard(ctx, id, standard)

    return reply.redirect(`/touchpoints/${id}#standards`, 303)
  })
}
