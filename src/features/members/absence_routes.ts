import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answerForm, readForm, versionForm } from '../../platform/web/forms.ts'
import { addAbsence, changeHours, removeAbsence } from './absence_actions.ts'
import { absenceForm, hoursForm } from './absence_forms.ts'
import { absencesPage, hoursPage, type Whose } from './absence_pages.ts'

type Asked = FastifyRequest<{ Params: { id?: string; absence?: string } }>

/** The same pages twice: leaders keep their own days and hours, leads and admins everybody's. */
export function absenceRoutes(app: FastifyInstance): void {
  daysRoutes(app, '/you', 'make_contacts', ({ actor }) => ({ id: actor.id ?? '', base: '/you' }))
  daysRoutes(app, '/members/:id', 'keep_absences', ({ params }) => ({
    id: params.id ?? '',
    base: `/members/${params.id}`,
  }))
}

function daysRoutes(app: FastifyInstance, at: string, door: string, whose: (request: Asked) => Whose): void {
  const config = { config: { door } }
  app.get(`${at}/absences`, config, (request: Asked, reply) => reply.page(absencesPage(request.ctx, whose(request))))
  app.post(`${at}/absences`, config, (request: Asked, reply) => {
    const { ctx, body } = request
    const { id, base } = whose(request)

    return answerForm(reply, {
      body,
      show: (form) => absencesPage(ctx, { id, base }, form),
      act: () => {
        addAbsence(ctx, id, readForm(absenceForm, body))

        return `${base}/absences`
      },
    })
  })
  app.post(`${at}/absences/:absence/removal`, config, (request: Asked, reply) => {
    const { id, base } = whose(request)
    removeAbsence(request.ctx, id, request.params.absence ?? '')

    return reply.redirect(`${base}/absences`, 303)
  })
  app.get(`${at}/hours`, config, (request: Asked, reply) => reply.page(hoursPage(request.ctx, whose(request))))
  app.post(`${at}/hours`, config, (request: Asked, reply) => {
    const { ctx, body } = request
    const { id, base } = whose(request)

    return answerForm(reply, {
      body,
      show: (form) => hoursPage(ctx, { id, base }, form),
      act: () => {
        changeHours(ctx, id, readForm(versionForm, body).version, readForm(hoursForm, body))

        return base
      },
    })
  })
}
