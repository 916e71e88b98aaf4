import { execFileSync } from 'node:child_process'
import { changesBetween } from '../../src/features/programs/changes.ts'
import { planWithProof } from '../../src/features/programs/proven_rotation.ts'
import { planRotation } from '../../src/features/programs/rotation.ts'
import type { Goal, RotationPlan, RotationProblem } from '../../src/features/programs/rotation_problem.ts'
import { horizonSolver, tightProblem } from '../support/highs_horizon.ts'
import { brokenRules } from '../support/rotation_checker.ts'
import { companyProblem } from '../support/rotation_problems.ts'
import { greedyRotation, randomRotation } from '../support/simple_rotations.ts'
import { ROOT } from '../support/sources.ts'
import { median, medianOf, type Result, seconds } from './measure.ts'

const PROBLEMS = 200
const TIGHT = 40

/** The rotation: its speed, its quality beside a greedy and a random one on the same problems, and a year of five thousand leaders. */
export async function rotation(): Promise<Result[]> {
  return [await aYear(), ...quality(), await tight(), ...thousands()]
}

async function aYear(): Promise<Result> {
  const problem = companyProblem({ leaders: 50, touchpoints: 12, rounds: 12 })
  const ours = () => Promise.resolve(timed(() => planRotation(problem)))
  await ours()
  const took = await medianOf(ours)
  const greedy = await medianOf(() => Promise.resolve(timed(() => greedyRotation(problem))))

  return {
    what: 'A year of 50 leaders × 12 touchpoints × 12 rounds, windows and reasons included',
    measured: `${Math.round(took)} ms`,
    beside: `greedy, without proof or reasons: ${Math.round(greedy)} ms`,
  }
}

/** A round counts where loads and coverage both are as good as the planner proves that they can be, or as the planner's own. */
function quality(): Result[] {
  const tally = { rounds: 0, proven: 0, greedy: 0, random: 0, owed: 0, byGreedy: 0, byRandom: 0, broken: 0 }
  for (let seed = 1; seed <= PROBLEMS; seed++) {
    const problem = companyProblem({ leaders: 12 + (seed % 20), touchpoints: 5 + (seed % 8), rounds: 12, seed })
    const plan = planRotation(problem)
    const [greedy, random] = [greedyRotation(problem), randomRotation(problem, seed)]
    for (const [round, { id }] of problem.rounds.entries()) {
      const [loads, coverage] = [goalOf(plan, id, 'loads'), goalOf(plan, id, 'coverage')]
      const isAsGood = (other: typeof greedy) =>
        (other.loads[round] ?? NaN) <= loads.value && (other.coverage[round] ?? NaN) <= coverage.value
      tally.rounds += 1
      tally.proven += Number(loads.value === loads.bound && coverage.value === coverage.bound)
      tally.greedy += Number(isAsGood(greedy))
      tally.random += Number(isAsGood(random))
    }
    tally.owed += plan.assignments.length
    tally.byGreedy += greedy.contacts
    tally.byRandom += random.contacts
    tally.broken += brokenRules(problem, plan).length
  }

  return [
    {
      what: `Rounds of ${PROBLEMS} seeded years with loads and coverage at the proven bound`,
      measured: `${percent(tally.proven, tally.rounds)} of ${tally.rounds.toLocaleString('en-GB')}`,
      beside: `as good: greedy ${percent(tally.greedy, tally.rounds)}, random ${percent(tally.random, tally.rounds)}`,
    },
    {
      what: 'Contacts planned in them, and hard rules broken',
      measured: `${tally.owed.toLocaleString('en-GB')}, ${tally.broken} broken`,
      beside: `greedy ${tally.byGreedy.toLocaleString('en-GB')}, random ${tally.byRandom.toLocaleString('en-GB')}`,
    },
  ]
}

async function tight(): Promise<Result> {
  const mostPossible = await horizonSolver()
  const problems = Array.from({ length: TIGHT }, (_, seed) => tightProblem(seed + 1))
  const ours: number[] = []
  const theirs: number[] = []
  let [equal, proven] = [0, 0]
  for (const problem of problems) {
    const from = performance.now()
    const { value, bound } = (await planWithProof(problem)).goals[0] as Goal
    ours.push(performance.now() - from)
    theirs.push(timed(() => (equal += Number(value === mostPossible(problem)))))
    proven += Number(value === bound)
  }

  return {
    what: `Tight years with as many contacts as HiGHS proves possible`,
    measured: `${equal} of ${TIGHT}, ${proven} with their own proof, slowest ${seconds(Math.max(...ours))}`,
    beside: `HiGHS on the contacts alone, slowest ${seconds(Math.max(...theirs))}`,
  }
}

/** In a thread, as the server does it: its own thread's slowest turn meanwhile is what a request would have waited. */
function thousands(): Result[] {
  const year = JSON.parse(
    execFileSync(process.execPath, [`${ROOT}test/bench/large_year.ts`], { encoding: 'utf8' }),
  ) as LargeYear
  const month = companyProblem({ leaders: 5000, touchpoints: 300, rounds: 1 })
  const published = planRotation(month).assignments.map((assignment) => ({ ...assignment, started: false }))
  const ways = [false, true].map((evennessFirst) => again(month, published, evennessFirst))
  const [fewest, even] = ways as [Replanned, Replanned]

  return [
    {
      what: 'A year of 5,000 leaders × 300 touchpoints × 12 rounds, in a thread of its own',
      measured: `${seconds(year.took)} (${seconds(year.processor)} of a processor), ${year.megabytes} MB for the whole process`,
      beside: `slowest turn of the server’s own thread meanwhile ${year.slowest} ms`,
    },
    {
      what: 'Planned again for one absence among 5,000, fewest moves first',
      measured: `${seconds(fewest.took)}, ${fewest.moved} moved`,
      beside: `evenness first: ${seconds(even.took)}, ${even.moved} moved`,
    },
  ]
}

interface LargeYear {
  took: number
  processor: number
  megabytes: number
  slowest: number
}

interface Replanned {
  took: number
  moved: number
}

/** Somebody falls ill for the days they were given. */
function again(problem: RotationProblem, fixed: RotationProblem['fixed'], evennessFirst: boolean): Replanned {
  const [ill] = fixed
  const leaders = problem.leaders.map((leader) =>
    leader.id === ill?.leader ? { ...leader, absences: [{ from: ill.from, to: ill.to }] } : leader,
  )
  const moved: number[] = []
  const took = Array.from({ length: 3 }, () =>
    timed(() => {
      const plan = planRotation({ ...problem, leaders, fixed, rules: { ...problem.rules, evennessFirst } })
      moved.push(changesBetween(fixed, plan.assignments).length)
    }),
  )

  return { took: median(took), moved: moved[0] ?? NaN }
}

function goalOf({ goals }: RotationPlan, round: string, name: string): { value: number; bound: number } {
  return goals.find((goal) => goal.round === round && goal.name === name) ?? { value: NaN, bound: NaN }
}

function timed(work: () => unknown): number {
  const from = performance.now()
  work()

  return performance.now() - from
}

function percent(some: number, all: number): string {
  return `${((100 * some) / all).toFixed(1)} %`
}
