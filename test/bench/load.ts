import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { prepare } from '../../src/platform/db/open.ts'
import { encode } from '../support/house.ts'
import { besideOneInsert, FORM, requestsPerSecond } from './beside.ts'
import { MAIN, median, type Result, RUNS, startServer } from './measure.ts'
import { foundTown, type Town } from './town.ts'

const HAND_INS_A_RUN = 1000

/** Reflections handed in where ten thousand were before, beside the thinnest handler that keeps what is posted. */
export async function load(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plainclothes-bench-'))
  const path = join(folder, 'town.db')
  const town = foundTown(path, HAND_INS_A_RUN * (RUNS + 1))
  const server = await startServer([MAIN], '/healthz', { DATABASE_PATH: path })
  try {
    return [await handIn(server.url, town), rowOnDisk(join(folder, 'row.db'))]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function handIn(url: string, { leader, waiting }: Town): Promise<Result> {
  const headers = { cookie: `plainclothes=${leader}`, ...FORM }
  const ours = () => {
    const ids = waiting.splice(0, HAND_INS_A_RUN)
    const next = () => `/assignments/${ids.pop()}/reflection`

    return requestsPerSecond({ url, headers }, { amount: HAND_INS_A_RUN, body: words(), expected: 303, next })
  }

  return besideOneInsert('A reflection handed in: read, checked, counted, audited, on disk', words(), ours)
}

/** What the disk takes for a commit decides how both compare, and differs a hundredfold from one disk to the next. */
function rowOnDisk(path: string): Result {
  const sqlite = prepare(new Database(path))
  sqlite.exec('create table words (word text) strict')
  const insert = sqlite.prepare('insert into words values (?)')
  const looks = Array.from({ length: COMMITS }, () => {
    const from = performance.now()
    insert.run('kept')

    return performance.now() - from
  })
  sqlite.close()

  return { what: 'One row committed to this disk', measured: `${median(looks).toFixed(2)} ms` }
}

const COMMITS = 500

function words(): string {
  const today = Temporal.Now.plainDateISO('UTC').toString()

  return encode({
    ...{
      contacted_on: today,
      daypart: 'morning',
      reached: 'person',
      wait: 'none',
      transfers: '0',
      repeated: 'no',
      addressed: 'yes',
    },
    ...{
      correct: 'yes',
      escalation: 'offered',
      promise: 'none',
      survey: 'not_asked',
      valued: '4',
      acknowledged: '4',
      pride: '4',
    },
    ...{
      business: 'yes',
      business_reason: '',
      well_done: 'They listened.',
      story: 'It took one call, and it was warm.',
      phrase: '',
    },
    ...{ belief: '', unsaid: '', cover: 'kept', version: '0' },
  })
}
