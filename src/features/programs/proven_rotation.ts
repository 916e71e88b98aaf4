/** The rotation with its proof: the solver is fetched only for a plan that is open to one, and then the same plan is made again with it. */

import { loadSolver } from '../../platform/solver/whole_numbers.ts'
import { isOpenToProof, planRotation } from './rotation.ts'
import type { RotationPlan, RotationProblem } from './rotation_problem.ts'

/** It may think for seconds: never while a request waits. */
export async function planWithProof(
  problem: RotationProblem,
  tell: (done: number, of: number) => void = () => {},
): Promise<RotationPlan> {
  const plan = planRotation(problem, tell)

  return isOpenToProof(problem, plan) ? planRotation(problem, tell, await loadSolver()) : plan
}
