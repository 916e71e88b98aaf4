import type { FastifyInstance } from 'fastify'
import { readForm } from '../../platform/web/forms.ts'
import { planForm } from './forms.ts'
import { type Plannings, programOf } from './large_plan_actions.ts'
import { planningPage } from './planning_pages.ts'
import { drawAgain, planRound } from './round_actions.ts'

type One = { Params: { id: string } }

const planPrograms = { config: { door: 'plan_programs' } }

/** Plans are drawn at once, or, where they are large, beside everything else; then a page says how far they are. */
export function planningRoutes(app: FastifyInstance, plannings: Plannings): void {
  app.post<One>('/programs/:id/rounds', planPrograms, ({ ctx, body, params: { id } }, reply) => {
    const { period } = readForm(planForm, body)
    const address = plannings.begin(ctx, id, (ctx, planner) => {
      planRound(ctx, id, period, planner)
      return `/programs/${id}`
    })

    return reply.redirect(address ?? `/programs/${id}/planning`, 303)
  })
  app.post<One>('/rounds/:id/drawing', planPrograms, ({ ctx, params: { id } }, reply) => {
    const programId = programOf(ctx, id)
    const address = plannings.begin(ctx, programId, (ctx, planner) => {
      drawAgain(ctx, id, planner)
      return `/rounds/${id}`
    })

    return reply.redirect(address ?? `/programs/${programId}/planning`, 303)
  })
  app.get<One>('/programs/:id/planning', planPrograms, ({ ctx, params: { id } }, reply) => {
    const planning = plannings.find(id)
    if (!planning) return reply.redirect(`/programs/${encodeURIComponent(id)}`, 303)
    if (planning.state === 'at_work') return reply.header('refresh', '2').page(planningPage(ctx, id, planning))
    plannings.end(id)
    if (planning.state === 'failed') throw planning.failure

    return reply.redirect(planning.leadsTo, 303)
  })
  app.post<One>('/programs/:id/planning/end', planPrograms, ({ params: { id } }, reply) => {
    plannings.end(id)

    return reply.redirect(`/programs/${encodeURIComponent(id)}`, 303)
  })
}
