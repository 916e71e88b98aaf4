/**
 * Plants the demo in a process of its own: a year that is lived through takes more than twice the memory of serving it, and gives it back
 * when it is done. Started by demo_file.ts, which reads what serves meanwhile.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { scheduler } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { migrateDatabase } from '../src/platform/db/migrate.ts'
import { drizzleOver, prepare } from '../src/platform/db/open.ts'

/** What is to be planted: a file that is not there yet, the last moment of the demo, and what its file is marked with. */
export interface Planting {
  path: string
  now: string
  mark: number
  /** Twelve, if nothing is said; fewer serve tests. */
  months?: number | undefined
}

/** Rejects where it did not come to an end; what the process complained of stands on stderr. */
export async function plantApart(planting: Planting): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), { execArgv: OPTIONS })
  child.send(planting)
  const [code, signal] = await once(child, 'close')
  if (code !== 0) throw new Error(`planting the demo ended with ${code ?? signal}`)
}

/** It is over soon and makes much that is short-lived. */
const OPTIONS = ['--max-semi-space-size=32', '--import', new URL('../src/quick_start.js', import.meta.url).href]

/** Seeded in memory, where nothing waits for the disk, and written in one piece. */
async function plantHere({ path, now, mark, months }: Planting): Promise<void> {
  const { seedDemo } = await import('./demo.ts')
  const sqlite = prepare(new Database(':memory:'))
  migrateDatabase(sqlite)
  seedDemo(drizzleOver(sqlite), Temporal.Instant.from(now), months)
  sqlite.pragma(`user_version = ${mark}`)
  // Whoever began it may have been stopped meanwhile, which is heard of now; somebody else may be at the same file.
  await scheduler.wait(20)
  if (process.connected) sqlite.prepare('vacuum into ?').run(path)
  sqlite.close()
}

if (import.meta.main)
  process.once('message', async (planting: Planting) => {
    await plantHere(planting)
    if (process.connected) process.disconnect?.()
  })
