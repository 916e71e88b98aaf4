import { existsSync, renameSync, rmSync } from 'node:fs'
import { Problem } from '../src/lib/problem.ts'
import { dayInWords } from '../src/lib/words.ts'
import { holdDatabase } from '../src/platform/db/lock.ts'
import { openDatabase } from '../src/platform/db/open.ts'
import { plantApart } from './planting_process.ts'

export const DEMO_PATH = 'data/demo.db'

/**
 * The demo’s database at a path: as it was left, or built where there is none or a fresh one is asked for. What happens is said.
 * Rejects with a Problem, nothing touched, if another process holds it or if it is not a demo’s: only a demo’s may offer its cast.
 * Fewer months serve tests.
 */
export async function layOutDemo(
  path: string,
  fresh: boolean,
  now: Temporal.Instant,
  say: (words: string) => void,
  months?: number,
): Promise<void> {
  const held = holdDatabase(path)
  try {
    const builtOn = existsSync(path) ? dayBuilt(path) : null
    if (builtOn && !fresh) {
      say(`${path} is as you left it; Northwind’s year ends on ${dayInWords(builtOn)}.`)
      say('For a new one up to today: npm run demo -- --fresh')
    } else {
      say(`Building Northwind Energy and its last twelve months in ${path} …`)
      await build(path, now, months)
    }
  } finally {
    held.release()
  }
}

/** Put in place in one piece: a half-built demo is never seen. */
async function build(path: string, now: Temporal.Instant, months?: number): Promise<void> {
  const mark = numberOf(now.toZonedDateTimeISO('Europe/London').toPlainDate())
  const building = `${path}.building`
  rmSync(building, { force: true })
  await plantApart({ path: building, now: now.toString(), mark, months })
  for (const old of [path, `${path}-wal`, `${path}-shm`]) rmSync(old, { force: true })
  renameSync(building, path)
}

/** A demo’s database carries the day it was built for (20261121) as its user version; a company’s carries 0. */
function dayBuilt(path: string): Temporal.PlainDate {
  const sqlite = openDatabase(path, { readonly: true })
  const number = Number(sqlite.pragma('user_version', { simple: true }))
  sqlite.close()
  if (!/^20\d{6}$/.test(String(number)))
    throw new Problem(
      'unavailable',
      `${path} is not a demo’s database. Nothing was changed; set DATABASE_PATH to another file, or leave it out.`,
    )

  return Temporal.PlainDate.from(String(number))
}

function numberOf(day: Temporal.PlainDate): number {
  return day.year * 10_000 + day.month * 100 + day.day
}
