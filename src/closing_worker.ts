/** Closes months on a thread of its own, so that nobody waits for it: started by serve.ts, over a connection of its own. */
import { Worker, workerData } from 'node:worker_threads'
import { PLAINCLOTHES, randomId } from './context.ts'
import { closeDueMonths } from './features/months/closing_actions.ts'
import { drizzleOver, openDatabase } from './platform/db/open.ts'

interface Work {
  closesMonthsOf: string
  now: string
}

export function closeInWorker(databasePath: string, now: Temporal.Instant): Promise<void> {
  const work: Work = { closesMonthsOf: databasePath, now: now.toString() }
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const worker = new Worker(new URL(import.meta.url), { workerData: work })
  worker.once('error', reject)
  worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`closing months ended with ${code}`))))

  return promise
}

/** Null where it is only imported, something else's in another thread. */
const work = workerData as Partial<Work> | null
if (work?.closesMonthsOf && work.now) {
  const sqlite = openDatabase(work.closesMonthsOf, { once: true })
  try {
    const now = Temporal.Instant.from(work.now)
    closeDueMonths({ db: drizzleOver(sqlite), now, actor: PLAINCLOTHES, newId: randomId })
  } finally {
    sqlite.close()
  }
}
