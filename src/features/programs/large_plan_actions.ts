import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { workApart } from '../../platform/solver/apart.ts'
import { isOpenToProof, planRotation } from './rotation.ts'
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

/** A question about plans: nothing is kept of whatever it tries. */
export type PlanningQuestion<T> = (planner: Planner) => T

/** Leaders × touchpoints × rounds; up to so many take less time than a page may. */
const LARGEST_AT_ONCE = 20_000

/** Questions whose plans are remembered; the oldest is forgotten first. */
const MOST_QUESTIONS = 8

/**
 * Large plans, one at a time for each program or question. They are kept in memory only: what was not finished when the server stopped was
 * not written, and whoever wanted it asks again.
 */
export class Plannings {
  readonly #largest: number
  readonly #isProving: boolean
  readonly #complain: (error: unknown) => void
  readonly #underWay = new Map<string, UnderWay>()

  constructor({ largest = LARGEST_AT_ONCE, isProving = true, complain = () => {} }: PlanningSettings = {}) {
    this.#largest = largest
    this.#isProving = isProving
    this.#complain = complain
  }

  find(programId: string): Planning | undefined {
    return this.#underWay.get(programId)
  }

  /** Acts at once, or, where the plan is large or its proof takes longer, begins to work it out; null then. Asked again meanwhile, it begins nothing else. */
  begin(ctx: Context, programId: string, act: PlanningAction): string | null {
    if (this.#underWay.get(programId)?.state === 'at_work') return null
    const asked = this.#askedBy(() => act(ctx, this.#plannerOver([])))
    if (!(asked instanceof TooLong)) return asked
    void this.#workOut(programId, asked.problem, { keeps: false, act: (planner) => act(ctx, planner) })

    return null
  }

  /** Answers at once, or, where a plan takes longer, begins to work it out; null until that is done. What is worked out is kept for whoever asks the same. */
  consider<T>(question: string, ask: PlanningQuestion<T>): T | null {
    const before = this.#underWay.get(question)
    if (before?.state === 'at_work') return null
    if (before?.state === 'failed') {
      this.end(question)
      throw before.failure
    }
    const asked = this.#askedBy(() => ask(this.#plannerOver(before?.known ?? [])))
    if (!(asked instanceof TooLong)) return asked
    this.#forgetOldest()
    const act: PlanningQuestion<string> = (planner) => {
      ask(planner)
      return ''
    }
    void this.#workOut(question, asked.problem, { keeps: true, act })

    return null
  }

  /** Acts on what was worked out for the question; null, and nothing done, where that is no longer enough. */
  decide<T>(question: string, act: PlanningQuestion<T>): T | null {
    const asked = this.#askedBy(() => act(this.#plannerOver(this.#underWay.get(question)?.known ?? [])))
    if (asked instanceof TooLong) return null
    this.end(question)

    return asked
  }

  /** Ends it; nothing was written. */
  end(key: string): void {
    this.#underWay.get(key)?.stopping.abort()
    this.#underWay.delete(key)
  }

  endAll(): void {
    for (const key of [...this.#underWay.keys()]) this.end(key)
  }

  #forgetOldest(): void {
    const kept = [...this.#underWay].filter(([, { keeps }]) => keeps)
    for (const [question] of kept.slice(0, Math.max(0, kept.length - MOST_QUESTIONS + 1))) this.end(question)
  }

  async #workOut(
    key: string,
    asked: RotationProblem,
    { keeps, act }: { keeps: boolean; act: PlanningQuestion<string> },
  ): Promise<void> {
    const planning: UnderWay = { ...planningOf(asked), stopping: new AbortController(), keeps, known: [] }
    this.#underWay.set(key, planning)
    try {
      planning.leadsTo = await this.#settle(planning, asked, act)
      planning.state = 'done'
      if (!keeps) planning.known = []
    } catch (error) {
      if (planning.stopping.signal.aborted) return
      this.#complain(error)
      Object.assign(planning, { state: 'failed', failure: error })
    }
  }

  /** The action asks anew each time: what changed meanwhile makes another problem, which is worked out too. */
  async #settle(planning: UnderWay, first: RotationProblem, act: PlanningQuestion<string>): Promise<string> {
    const { known, stopping } = planning
    for (let asked = first; ; ) {
      if (known.length === MOST_WORKED_OUT) throw new Problem('conflict', 'Too much changed meanwhile. Plan it again.')
      const work = { module: new URL('./proven_rotation.ts', import.meta.url), name: 'planWithProof', input: asked }
      const tell = (done: number, of: number) => Object.assign(planning, { done, of })
      known.push({ problem: asked, plan: await workApart<RotationPlan>(work, tell, stopping.signal) })
      const next = this.#askedBy(() => act(this.#plannerOver(known)))
      if (!(next instanceof TooLong)) return next
      asked = next.problem
    }
  }

  /** Leaving the action by throwing takes back all it had begun. */
  #askedBy<T>(act: () => T): T | TooLong {
    try {
      return act()
    } catch (error) {
      if (error instanceof TooLong) return error
      throw error
    }
  }

  #plannerOver(known: readonly Known[]): Planner {
    return (problem) => {
      const worked = known.find((one) => isDeepStrictEqual(one.problem, problem))
      if (worked) return worked.plan
      const plan = sizeOf(problem) <= this.#largest ? planRotation(problem) : null
      if (!plan || (this.#isProving && isOpenToProof(problem, plan))) throw new TooLong(problem)

      return plan
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
  /** Whether a small plan waits for its proof too. */
  isProving?: boolean
  complain?: (error: unknown) => void
}

interface UnderWay extends Planning {
  stopping: AbortController
  known: Known[]
  /** Whether what was worked out is kept for whoever asks again. */
  keeps: boolean
}

interface Known {
  problem: RotationProblem
  plan: RotationPlan
}

/** Several rounds may be due, questions may wait to be asked again, and things may change while they are worked out. */
const MOST_WORKED_OUT = 50

/** No refusal: it only carries the problem out of the action. */
class TooLong extends Error {
  readonly problem: RotationProblem

  constructor(problem: RotationProblem) {
    super('A plan that takes too long to be worked out while a request waits.')
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
