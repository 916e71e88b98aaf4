/**
 * Work in parts, done by this thread and another one side by side: whoever is free takes the next part. For work that has to be waited
 * for: it comes back with every part, in order, the same whoever did it. Knows neither what is worked out nor for whom.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'

/** A function a module exports: takes the input, gives its parts, each to be worked out by itself. */
export interface InParts {
  module: URL
  name: string
}

export interface Asked {
  input: unknown
  /** Of each part, how far it is; shared by both threads. */
  stages: Int32Array<SharedArrayBuffer>
}

export interface Answered {
  part: number
  answer: unknown
}

export const FREE = 0
const TAKEN = 1
export const ANSWERED = 2
export const FAILED = 3

export class SideBySide {
  readonly #thread: Worker
  readonly #port: MessagePort

  constructor({ module, name }: InParts) {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    this.#thread = new Worker(new URL('./other_side.ts', import.meta.url), {
      workerData: { module: module.href, name, port: port2 },
      transferList: [port2],
    })
    // Whoever waits for nothing else does not wait for it either.
    this.#thread.unref()
    port1.unref()
  }

  /** `parts` are those of the input, worked out here; what the other thread fails in is done here, and throws here. */
  all<Answer>(input: unknown, parts: readonly (() => Answer)[]): Answer[] {
    const stages = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * parts.length))
    const asked: Asked = { input, stages }
    this.#port.postMessage(asked)
    const answers = parts.map((work, part) => (take(stages, part) ? { answer: work() } : null))
    for (const part of parts.keys()) if (answers[part] === null) Atomics.wait(stages, part, TAKEN)
    for (let got = receiveMessageOnPort(this.#port); got; got = receiveMessageOnPort(this.#port)) {
      const { part, answer } = got.message as Answered
      answers[part] = { answer: answer as Answer }
    }

    return parts.map((work, part) => (answers[part] ?? { answer: work() }).answer)
  }

  end(): Promise<number> {
    return this.#thread.terminate()
  }
}

/** Says whether the part is now this thread’s to do. */
export function take(stages: Int32Array<SharedArrayBuffer>, part: number): boolean {
  return Atomics.compareExchange(stages, part, FREE, TAKEN) === FREE
}
