import type { FastifyInstance } from 'fastify'
import { answerForm } from '../../platform/web/forms.ts'
import { acceptHandover, askForHandover, keepContact, refuseHandover } from './handover_actions.ts'
import { askedPage, handoverPage } from './handover_pages.ts'

type One = { Params: { id: string } }

const makeContacts = { config: { door: 'make_contacts' } }

/** Handing a contact over: by the leader whose it is, and by the colleague who is asked. */
export function handoverRoutes(app: FastifyInstance, { baseUrl }: { baseUrl: string }): void {
  app.get<One>('/assignments/:id/handover', makeContacts, ({ ctx, params }, reply) =>
    reply.page(handoverPage(ctx, params.id)),
  )
  app.post<One>('/assignments/:id/handover', makeContacts, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: ({ remark }) => handoverPage(ctx, id, remark),
      act: () => {
        askForHandover(ctx, id, baseUrl)
        return `/assignments/${id}/handover`
      },
    }),
  )
  app.post<One>('/assignments/:id/keeping', makeContacts, ({ ctx, params: { id } }, reply) => {
    keepContact(ctx, id)

    return reply.redirect(`/assignments/${id}/handover`, 303)
  })
  app.get<One>('/handovers/:id', makeContacts, ({ ctx, params }, reply) => reply.page(askedPage(ctx, params.id)))
  app.post<One>('/handovers/:id/acceptance', makeContacts, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: ({ remark }) => askedPage(ctx, id, remark),
      act: () => `/assignments/${acceptHandover(ctx, id, baseUrl)}`,
    }),
  )
  app.post<One>('/handovers/:id/refusal', makeContacts, ({ ctx, params: { id } }, reply) => {
    refuseHandover(ctx, id, baseUrl)

    return reply.redirect('/today', 303)
  })
}
