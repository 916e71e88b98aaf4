import type { Context } from '../../context.ts'
import { counted } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import type { Planning } from './large_plan_actions.ts'
import { getProgram } from './store.ts'

/** How far a large plan is, and how to end it. */
export function planningPage(ctx: Context, programId: string, planning: Planning): View {
  const { id, name } = getProgram(ctx, programId)
  const { done, of, leaders, touchpoints } = planning

  return {
    template: 'programs/planning',
    title: `Planning ${name}`,
    at: '/programs',
    width: 'narrow',
    program: { id, name },
    ...{ done, of },
    progress: `${done} of ${counted(of, 'round')} worked out.`,
    size: `${counted(leaders, 'leader')} and ${counted(touchpoints, 'touchpoint')}`,
  }
}
