/**
 * Closes months in a process of its own, over a connection of its own: nobody waits for it, and the memory of a hundred thousand contacts
 * is given back when it is done. Started by serve.ts.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PLAINCLOTHES, randomId } from './context.ts'
import { closeDueMonths } from './features/months/closing_actions.ts'
import { drizzleOver, openDatabase } from './platform/db/open.ts'

/**
 * Closes what is due at that moment. Rejects with what the process complained of; where it was told to stop, what it had not closed is
 * still due.
 */
export function closeApart(databasePath: string, now: Temporal.Instant): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), { execArgv: OPTIONS, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  const work: Work = { databasePath, now: now.toString() }
  child.send(work)
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (words: string) => {
    complaint = (complaint + words).slice(-LONGEST_COMPLAINT)
  })

  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0 || signal === 'SIGINT' || signal === 'SIGTERM') resolve()
      else reject(new Error(`closing months ended with ${code ?? signal}: ${complaint.trim()}`))
    })
  })
}

/** As the server's own (package.json), but that it compiles beside its work: a sixth of the time for a sixth more memory. */
const OPTIONS = [
  ...['--max-semi-space-size=4', '--heap-growing-percent=20', '--no-memory-pool'],
  ...['--import', new URL('./quick_start.js', import.meta.url).href],
]

const LONGEST_COMPLAINT = 4000

interface Work {
  databasePath: string
  now: string
}

function closeHere({ databasePath, now }: Work): void {
  const sqlite = openDatabase(databasePath, { once: true })
  try {
    const moment = Temporal.Instant.from(now)
    closeDueMonths({ db: drizzleOver(sqlite), now: moment, actor: PLAINCLOTHES, newId: randomId })
  } finally {
    sqlite.close()
  }
}

if (import.meta.main)
  process.once('message', (work: Work) => {
    closeHere(work)
    if (process.connected) process.disconnect?.()
  })
