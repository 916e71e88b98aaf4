/** A process of its own that works a large year out in a thread, as the server does, and says what it took as JSON. */

import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { RotationPlan } from '../../src/features/programs/rotation_problem.ts'
import { workApart } from '../../src/platform/solver/apart.ts'
import { companyProblem } from '../support/rotation_problems.ts'

const input = companyProblem({ leaders: 5000, touchpoints: 300, rounds: 12 })
const module = new URL('../../src/features/programs/rotation.ts', import.meta.url)
const turns = monitorEventLoopDelay({ resolution: 5 })
const [from, used] = [performance.now(), process.cpuUsage()]
turns.enable()
await workApart<RotationPlan>({ module, name: 'planRotation', input }, () => {}, new AbortController().signal)
turns.disable()
const { user, system } = process.cpuUsage(used)
console.log(
  JSON.stringify({
    took: performance.now() - from,
    processor: (user + system) / 1000,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    slowest: Math.round(turns.max / 1e6),
  }),
)
