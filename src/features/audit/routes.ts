import type { FastifyInstance } from 'fastify'
import { typedOf } from '../../platform/web/forms.ts'
import { auditPage } from './pages.ts'

export function auditRoutes(app: FastifyInstance): void {
  app.get('/audit', { config: { door: 'read_audit' } }, ({ ctx, query }, reply) => {
    const { member = '', page = '' } = typedOf(query)

    return reply.page(
      auditPage(ctx, { member: String(member), page: /^[1-9]\d{0,5}$/.test(String(page)) ? Number(page) : 1 }),
    )
  })
}
