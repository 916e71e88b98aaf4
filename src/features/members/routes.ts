import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { answerForm, readForm, typedOf, versionForm } from '../../platform/web/forms.ts'
import { pageAsked } from '../../platform/web/paging.ts'
import { addMember, bringBackMember, changeMember, retireMember } from './actions.ts'
import { memberForm } from './forms.ts'
import { changeMemberPage, memberPage, membersPage, newMemberPage, retireMemberPage } from './pages.ts'

type One = { Params: { id: string } }
type Which = { Querystring: { retired?: string; search?: string; page?: string } }

const seeMembers = { config: { door: 'see_members' } }
const manageMembers = { config: { door: 'manage_members' } }

export interface MemberOptions {
  /** Whether admins issue sign-in links just now. */
  issuesLinks: (ctx: Context) => boolean
}

export function memberRoutes(app: FastifyInstance, { issuesLinks }: MemberOptions): void {
  app.get<Which>('/members', seeMembers, ({ ctx, query }, reply) =>
    reply.page(
      membersPage(ctx, {
        retired: query.retired === 'yes',
        search: typedOf(query).search?.toString().slice(0, 100) ?? '',
        page: pageAsked(query.page),
      }),
    ),
  )
  app.get('/members/new', manageMembers, (request, reply) => reply.page(newMemberPage(request.ctx)))
  app.post('/members', manageMembers, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => newMemberPage(ctx, form),
      act: () => `/members/${addMember(ctx, readForm(memberForm, body))}`,
    }),
  )
  app.get<One>('/members/:id', seeMembers, ({ ctx, params }, reply) =>
    reply.page(memberPage(ctx, params.id, { link: issuesLinks(ctx) })),
  )
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
  app.post<One>('/members/:id/retirement', manageMembers, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => retireMemberPage(ctx, id, form),
      act: () => {
        retireMember(ctx, id)
        return `/members/${id}`
      },
    }),
  )
  app.post<One>('/members/:id/return', manageMembers, ({ ctx, params }, reply) => {
    bringBackMember(ctx, params.id)

    return reply.redirect(`/members/${params.id}`, 303)
  })
}
