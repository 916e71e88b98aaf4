import type { FastifyInstance } from 'fastify'
import { answerForm, readForm } from '../../platform/web/forms.ts'
import { logOwnContact, refuseAssignment, startContact, withdrawContact } from './actions.ts'
import { briefingPage } from './briefing_pages.ts'
import { ownContactForm, readPrediction, reasonForm, startsAnyway } from './forms.ts'
import { handoverRoutes } from './handover_routes.ts'
import { livePage } from './live_pages.ts'
import { assignmentPage, contactPage, ownContactPage, reasonPage, todayPage } from './pages.ts'

type One = { Params: { id: string } }

const makeContacts = { config: { door: 'make_contacts' } }
const seeAssignments = { config: { door: 'see_assignments' } }
const planPrograms = { config: { door: 'plan_programs' } }

export function assignmentRoutes(app: FastifyInstance, options: { baseUrl: string }): void {
  handoverRoutes(app, options)
  app.get('/today', makeContacts, (request, reply) => reply.page(todayPage(request.ctx)))
  app.get('/assignments/new', makeContacts, (request, reply) => reply.page(ownContactPage(request.ctx)))
  app.post('/assignments', makeContacts, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => ownContactPage(ctx, form),
      act: () => `/assignments/${logOwnContact(ctx, readForm(ownContactForm, body).touchpoint)}/reflection`,
    }),
  )
  app.get<One>('/assignments/:id', seeAssignments, (request, reply) =>
    reply.page(assignmentPage(request.ctx, request.params.id)),
  )
  // A phone that was short of memory loads a page anew by its address, also one that answered a form.
  app.get<One>('/assignments/:id/prediction', makeContacts, ({ params }, reply) =>
    reply.redirect(`/assignments/${encodeURIComponent(params.id)}`, 303),
  )
  app.post<One>('/assignments/:id/prediction', makeContacts, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => briefingPage(ctx, id, form),
      act: () => {
        startContact(ctx, id, readPrediction(body), startsAnyway(body))
        return `/assignments/${id}/live`
      },
    }),
  )
  app.get<One>('/assignments/:id/contact', makeContacts, (request, reply) =>
    reply.page(contactPage(request.ctx, request.params.id)),
  )
  app.get<One>('/assignments/:id/live', makeContacts, (request, reply) =>
    reply.page(livePage(request.ctx, request.params.id)),
  )
  app.post<One>('/assignments/:id/withdrawal', makeContacts, ({ ctx, params }, reply) => {
    withdrawContact(ctx, params.id)

    return reply.redirect('/today', 303)
  })
  refusalRoutes(app, options)
}

const REFUSAL_NOUNS = { decline: 'decline', excuse: 'excuse', cancel: 'cancellation' } as const

/** Declining by the leader, excusing and cancelling by a lead: each asks why. */
function refusalRoutes(app: FastifyInstance, { baseUrl }: { baseUrl: string }): void {
  for (const which of ['decline', 'excuse', 'cancel'] as const) {
    const door = which === 'decline' ? makeContacts : planPrograms
    const url = `/assignments/:id/${REFUSAL_NOUNS[which]}`
    app.get<One>(url, door, (request, reply) => reply.page(reasonPage(request.ctx, request.params.id, which)))
    app.post<One>(url, door, ({ ctx, body, params: { id } }, reply) =>
      answerForm(reply, {
        body,
        show: (form) => reasonPage(ctx, id, which, form),
        act: () => {
          refuseAssignment(ctx, id, which, readForm(reasonForm, body).reason, baseUrl)
          return which === 'decline' ? '/today' : `/assignments/${id}`
        },
      }),
    )
  }
}
