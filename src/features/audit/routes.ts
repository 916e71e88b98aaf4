import type { FastifyInstance } from 'fastify'
import { typedOf } from '../../platform/web/forms.ts'
import { pageAsked } from '../../platform/web/paging.ts'
import { auditPage } from './pages.ts'

export function auditRoutes(app: FastifyInstance): void {
  app.get('/audit', { config: { door: 'read_audit' } }, ({ ctx, query }, reply) => {
    const { member = '', page } = typedOf(query)

    return reply.page(auditPage(ctx, { member: String(member), page: pageAsked(page) }))
  })
}
