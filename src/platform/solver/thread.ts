/** The other side of apart.ts: what runs in the thread. */

import { parentPort, workerData } from 'node:worker_threads'

/** As apart.ts sends them. */
const { module, name, input } = workerData as { module: string; name: string; input: unknown }
const work = (
  (await import(module)) as Record<string, (input: unknown, tell: (done: number, of: number) => void) => unknown>
)[name]
parentPort?.postMessage({ answer: await work?.(input, (done, of) => parentPort?.postMessage({ done, of })) })
