import { threadId } from 'node:worker_threads'

export interface Shared {
  /** The thread that asks. */
  here: number
  numbers: number[]
  /** 1 once the other thread has done a part. */
  met: Int32Array<SharedArrayBuffer>
}

/** Squares; the thread that asks does none before the other has done one. */
export function squares({ here, numbers, met }: Shared): (() => number)[] {
  return numbers.map((number) => () => {
    if (threadId === here) Atomics.wait(met, 0, 0)
    else Atomics.store(met, 0, 1)
    Atomics.notify(met, 0)

    return number * number
  })
}

/** Fails everywhere but in the thread that asks. */
export function onlyHere({ here, numbers }: Pick<Shared, 'here' | 'numbers'>): (() => number)[] {
  return numbers.map((number) => () => {
    if (threadId !== here) throw new Error('not here')

    return number
  })
}
