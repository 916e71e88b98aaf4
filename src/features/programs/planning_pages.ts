import type { Context } from '../../context.ts'
import { counted } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import type { Planning } from './large_plan_actions.ts'
import { getProgram } from './store.ts'

/** How far a large plan is, and how to end it. */
export function planningPage(ctx: Context, programId: string, planning: Planning): View {
  const { id, name } = getProgram(ctx, programId)

  return {
    ...progressOf(planning),
    title: `Planning ${name}`,
    back: { href: `/programs/${id}`, name },
    heading: 'The plan is being worked out.',
    meanwhile: 'You may leave this page and come back: the plan is made all the same.',
    besides: 'The rounds after the next one are looked at with it.',
    again: `/programs/${id}/planning`,
    stop: { action: `/programs/${id}/planning/end`, label: 'Stop planning', hidden: [] },
  }
}

/** What every page about a plan under way shows. */
export function progressOf({ done, of, leaders, touchpoints }: Planning) {
  return {
    template: 'programs/planning',
    at: '/programs',
    width: 'narrow' as const,
    ...{ done, of },
    progress: `${done} of ${counted(of, 'round')} worked out.`,
    size: `${counted(leaders, 'leader')} and ${counted(touchpoints, 'touchpoint')}`,
  }
}
