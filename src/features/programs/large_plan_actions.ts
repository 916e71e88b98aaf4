import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { workApart } from '../../platform/solver/apart.ts'
import { planRotation } from './rotation.ts'
import type { Planner, RotationPlan, RotationProblem } from './rotation_problem.ts'
import { getRound } from './round_store.ts'

/** A plan that is worked out in a thread of its own. */
export interface Planning {
  state: 'at_work' | 'done' | 'failed'
  /** Rounds. */
  done: number
  of: number
  /** Who it is for, as counts. */
  leaders: number
  touchpoints: number
  /** Where it leads once it is done, and why it failed: thrown to whoever looks. */
  leadsTo: string
  failure: unknown
}

/** An action that plans, in one transaction; gives the address of what came of it. */
export type PlanningAction = (ctx: Context, planner: Planner) => string

/** Leaders × touchpoints × rounds; up to so many take less time than a page may. */
const LARGEST_AT_ONCE = 20_000

/**
 * Large plans, one at a time for each program. They are kept in memory only: what was not finished when the server stopped was not
 * written, and whoever wanted it asks again.
 */
export class Plannings {
  readonly #largest: number
  readonly #complain: (error: unknown) => void
  readonly #ofPrograms = new Map<string, Planning & { stopping: AbortController }>()

  constructor({ largest = LARGEST_AT_ONCE, complain = () => {} }: PlanningSettings = {}) {
    this.#largest = largest
    this.#complain = complain
  }

  find(programId: string): Planning | undefined {
    return this.#ofPrograms.get(programId)
  }

  /** Acts at once, or, where the plan is large, begins to work it out; null then. Asked again meanwhile, it begins nothing else. */
  begin(ctx: Context, programId: string, act: PlanningAction): string | null {
    if (this.#ofPrograms.get(programId)?.state === 'at_work') return null
    const asked = this.#askedBy(() => act(ctx, this.#plannerOver([])))
    if (typeof asked === 'string') return asked
    void this.#workOut(ctx, programId, asked, act)

    return null
  }

  /** Ends it; nothing was written. */
  end(programId: string): void {
    this.#ofPrograms.get(programId)?.stopping.abort()
    this.#ofPrograms.delete(programId)
  }

  endAll(): void {
    for (const programId of [...this.#ofPrograms.keys()]) this.end(programId)
  }

  async #workOut(ctx: Context, programId: string, asked: RotationProblem, act: PlanningAction): Promise<void> {
    const planning = { ...planningOf(asked), stopping: new AbortController() }
    this.#ofPrograms.set(programId, planning)
    try {
      planning.leadsTo = await this.#settle(ctx, planning, asked, act)
      planning.state = 'done'
    } catch (error) {
      if (planning.stopping.signal.aborted) return
      this.#complain(error)
      Object.assign(planning, { state: 'failed', failure: error })
    }
  }

  /** The action asks anew each time: what changed meanwhile makes another problem, which is worked out too. */
  async #settle(
    ctx: Context,
    planning: Planning & { stopping: AbortController },
    first: RotationProblem,
    act: PlanningAction,
  ): Promise<string> {
    const known: Known[] = []
    for (let asked: RotationProblem | string = first; ; ) {
      if (known.length === MOST_WORKED_OUT) throw new Problem('conflict', 'Too much changed meanwhile. Plan it again.')
      const work = { module: new URL('./rotation.ts', import.meta.url), name: 'planRotation', input: asked }
      const tell = (done: number, of: number) => Object.assign(planning, { done, of })
      known.push({ problem: asked, plan: await workApart<RotationPlan>(work, tell, planning.stopping.signal) })
      asked = this.#askedBy(() => act(ctx, this.#plannerOver(known)))
      if (typeof asked === 'string') return asked
    }
  }

  /** Leaving the action by throwing takes back all it had begun. */
  #askedBy(act: () => string): string | RotationProblem {
    try {
      return act()
    } catch (error) {
      if (error instanceof TooLarge) return error.problem
      throw error
    }
  }

  #plannerOver(known: readonly Known[]): Planner {
    return (problem) => {
      if (sizeOf(problem) <= this.#largest) return planRotation(problem)
      const worked = known.find((one) => isDeepStrictEqual(one.problem, problem))
      if (!worked) throw new TooLarge(problem)

      return worked.plan
    }
  }
}

/** Whose plan a round belongs to. */
export function programOf(ctx: Context, roundId: string): string {
  return getRound(ctx, roundId).programId
}

export interface PlanningSettings {
  /** Leaders × touchpoints × rounds planned at once. */
  largest?: number
  complain?: (error: unknown) => void
}

interface Known {
  problem: RotationProblem
  plan: RotationPlan
}

/** Several rounds may be due, questions may wait to be asked again, and things may change while they are worked out. */
const MOST_WORKED_OUT = 50

/** No refusal: it only carries the problem out of the action. */
class TooLarge extends Error {
  readonly problem: RotationProblem

  constructor(problem: RotationProblem) {
    super('A plan too large to be worked out while a request waits.')
    this.problem = problem
  }
}

function sizeOf({ leaders, touchpoints, rounds }: RotationProblem): number {
  return leaders.length * touchpoints.length * rounds.filter(({ closed }) => !closed).length
}

function planningOf({ leaders, touchpoints, rounds }: RotationProblem): Planning {
  return {
    state: 'at_work',
    done: 0,
    of: rounds.filter(({ closed }) => !closed).length,
    leaders: leaders.length,
    touchpoints: touchpoints.length,
    leadsTo: '',
    failure: null,
  }
}
