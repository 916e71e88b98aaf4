import type { FastifyInstance } from 'fastify'
import { answerForm, readForm } from '../../platform/web/forms.ts'
import { addMember, changeMember, retireMember } from './actions.ts'
import { memberForm, versionForm } from './forms.ts'
import { changeMemberPage, memberPage, membersPage, newMemberPage, retireMemberPage } from './pages.ts'

type One = { Params: { id: string } }

const seeMembers = { config: { door: 'see_members' } }
const manageMembers = { config: { door: 'manage_members' } }

export function memberRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: { retired?: string } }>('/members', seeMembers, (request, reply) =>
    reply.page(membersPage(request.ctx, { retired: request.query.retired === 'yes' })),
  )
  app.get('/members/new', manageMembers, (request, reply) => reply.page(newMemberPage(request.ctx)))
  app.post('/members', manageMembers, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => newMemberPage(ctx, form),
      act: () => `/members/${addMember(ctx, readForm(memberForm, body))}`,
    }),
  )
  app.get<One>('/members/:id', seeMembers, (request, reply) => reply.page(memberPage(request.ctx, request.params.id)))
  app.get<One>('/members/:id/change', manageMembers, (request, reply) =>
    reply.page(changeMemberPage(request.ctx, request.params.id)),
  )
  app.post<One>('/members/:id', manageMembers, ({ ctx, body, params }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => changeMemberPage(ctx, params.id, form),
      act: () => {
        changeMember(ctx, params.id, readForm(versionForm, body).version, readForm(memberForm, body))
        return `/members/${params.id}`
      },
    }),
  )
  app.get<One>('/members/:id/retirement', manageMembers, (request, reply) =>
    reply.page(retireMemberPage(request.ctx, request.params.id)),
  )
  app.post<One>('/members/:id/retirement', manageMembers, ({ ctx, params }, reply) => {
    retireMember(ctx, params.id)

    return reply.redirect(`/members/${params.id}`, 303)
  })
}
