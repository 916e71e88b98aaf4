/** The other side of side_by_side.ts: what runs in the thread, beginning with the last part. */

import { type MessagePort, workerData } from 'node:worker_threads'
import { ANSWERED, type Answered, type Asked, FAILED, FREE, take } from './side_by_side.ts'

/** As side_by_side.ts sends them. */
const { module, name, port } = workerData as { module: string; name: string; port: MessagePort }
const partsOf = ((await import(module)) as Record<string, (input: unknown) => (() => unknown)[]>)[name]

port.on('message', ({ input, stages }: Asked) => {
  if (!stages.includes(FREE)) return
  for (const [part, work] of [...(partsOf?.(input) ?? []).entries()].reverse()) {
    if (!take(stages, part)) continue
    try {
      const answered: Answered = { part, answer: work() }
      port.postMessage(answered)
      Atomics.store(stages, part, ANSWERED)
    } catch {
      Atomics.store(stages, part, FAILED)
    }
    Atomics.notify(stages, part)
  }
})
