import type { Db } from './open.ts'
import { preparedOnce } from './prepared.ts'

/**
 * Works on what came in at the same moment under one commit, so that the disk is waited for once, and comes back when it is on disk. Each
 * work is one action: where it throws it undoes itself and nobody else's. Where the commit fails it fails for all, and nothing is written.
 */
export function inSharedCommit<T>(db: Db, work: () => T): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const attempt = (): Answer => {
    try {
      const result = work()

      return () => resolve(result)
    } catch (error) {
      // A full disk undoes what all have written (sqlite.org/lang_transaction.html); nothing after it may stand alone.
      if (!db.$client.inTransaction) throw error

      return () => reject(error)
    }
  }
  const waiting = waitingFor(db)
  if (waiting.length === 0) setImmediate(() => commit(db, waiting.splice(0)))
  waiting.push({ attempt, reject })

  return promise
}

/** What is said once all is on disk. */
type Answer = () => void

interface Waiting {
  attempt: () => Answer
  reject: (error: unknown) => void
}

const waitingFor = preparedOnce((): Waiting[] => [])

function commit(db: Db, waiting: readonly Waiting[]): void {
  try {
    const attempts = () => waiting.map(({ attempt }) => attempt())
    const answers = waiting.length === 1 ? attempts() : db.$client.transaction(attempts).immediate()
    for (const answer of answers) answer()
  } catch (error) {
    for (const { reject } of waiting) reject(error)
  }
}
