/** Work in a thread of its own, so that requests are answered meanwhile. Knows neither what is worked out nor for whom. */

import { Worker } from 'node:worker_threads'

export interface Work {
  module: URL
  /** A function the module exports: takes the input, and somebody to tell how far it is. */
  name: string
  input: unknown
}

export type Tell = (done: number, of: number) => void

/** Beyond it the thread ends, and nothing else. */
const MOST_MEGABYTES = 1024

/** Throws what the function throws; `stopping` ends the thread at once, and then nothing comes of it. */
export function workApart<T>({ module, name, input }: Work, tell: Tell, stopping: AbortSignal): Promise<T> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { module: module.href, name, input },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  })
  const end = () => void thread.terminate()
  stopping.addEventListener('abort', end, { once: true })

  return new Promise<T>((resolve, reject) => {
    thread.on('message', ({ answer, done, of }) => {
      if (of === undefined) resolve(answer)
      else tell(done, of)
    })
    thread.on('error', reject)
    thread.on('exit', () => reject(new Error('The thread was ended.')))
  }).finally(() => {
    stopping.removeEventListener('abort', end)
    end()
  })
}
