import type { FastifyInstance } from 'fastify'
import { answerForm, readForm, versionForm } from '../../platform/web/forms.ts'
import { renameDepartment, retireDepartment } from './department_actions.ts'
import { departmentPage, departmentsPage } from './department_pages.ts'
import { departmentForm } from './forms.ts'

type One = { Params: { id: string } }

const manageMembers = { config: { door: 'manage_members' } }

export function departmentRoutes(app: FastifyInstance): void {
  app.get('/departments', manageMembers, ({ ctx }, reply) => reply.page(departmentsPage(ctx)))
  app.get<One>('/departments/:id', manageMembers, ({ ctx, params }, reply) =>
    reply.page(departmentPage(ctx, params.id)),
  )
  app.post<One>('/departments/:id', manageMembers, ({ ctx, params, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => departmentPage(ctx, params.id, form),
      act: () => {
        renameDepartment(ctx, params.id, readForm(versionForm, body).version, readForm(departmentForm, body).name)

        return '/departments'
      },
    }),
  )
  app.post<One>('/departments/:id/retirement', manageMembers, ({ ctx, params }, reply) => {
    retireDepartment(ctx, params.id)

    return reply.redirect('/departments', 303)
  })
}
