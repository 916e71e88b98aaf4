import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { listCounted } from '../../src/features/months/counted_store.ts'
import { startSession } from '../../src/features/signin/actions.ts'
import { monthsUpTo } from '../../src/lib/periods.ts'
import { drizzleOver, openDatabase } from '../../src/platform/db/open.ts'
import { openDemo } from '../support/demo.ts'
import type { CastName } from '../support/house.ts'
import { type Asked, besideBare } from './beside.ts'
import { countOneMore, foundCounty } from './county.ts'
import { MAIN, median, medianOf, type Result, RUNS, type Server, startServer } from './measure.ts'

const MILLION = 1_000_000
const TEN_THOUSAND = 10_000
const LOOKS = 40
/** A thousand pages, until the engine has compiled what it will. */
const WARM_RUNS = 25

/** A lead's months over a million reflections and beside ten thousand: kept, and made anew after every write. */
export async function months(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plainclothes-bench-'))
  try {
    const many = await inCounty(join(folder, 'many.db'), MILLION, async (county) => ({
      kept: await besideBare('The months page with 1,000,000 reflections counted, nothing changed', {
        url: `${county.server.url}/months`,
        headers: county.headers,
      }),
      afterWrites: await besideBare('The same, made anew after every write', {
        url: `${county.server.url}/months`,
        headers: county.headers,
        before: county.write,
      }),
      anew: await inCounty(join(folder, 'few.db'), TEN_THOUSAND, (few) => madeAnew([county, few], '/months')),
      filter: await madeAnew([county], '/months?channel=phone'),
      filterRead: readAnew(join(folder, 'many.db')),
      firstByte: await firstByteOf(county),
      memory: memoryOf(county.server),
    }))

    return [
      many.kept,
      many.afterWrites,
      {
        what: 'The months page made anew, 1,000,000 reflections',
        measured: `${many.anew[0]?.toFixed(1)} ms`,
        beside: `${many.anew[1]?.toFixed(1)} ms with 10,000`,
      },
      {
        what: 'The months page of one channel with all 40 touchpoints, made anew',
        measured: `${many.filter[0]?.toFixed(1)} ms`,
      },
      { what: 'Its SQL, nothing kept', measured: `${many.filterRead.toFixed(1)} ms` },
      await readersMonths(folder),
      {
        what: 'months.csv by touchpoint, 1,000,000 reflections: first byte',
        measured: `${many.firstByte.toFixed(1)} ms`,
      },
      { what: 'Memory the server of the 1,000,000 ever held until here, resident', measured: many.memory },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface County {
  server: Server
  headers: Record<string, string>
  /** Somebody hands in, by another connection: every measure of the running month moves. */
  write: () => void
}

async function inCounty<T>(path: string, reflections: number, look: (county: County) => Promise<T>): Promise<T> {
  const headers = { cookie: `plainclothes=${foundCounty(path, reflections)}` }
  const server = await startServer([MAIN], '/healthz', { DATABASE_PATH: path })
  const beside = drizzleOver(new Database(path))
  beside.$client.pragma('synchronous = OFF')
  let written = 0
  try {
    return await look({ server, headers, write: () => countOneMore(beside, written++) })
  } finally {
    beside.$client.close()
    await server.stop()
  }
}

/** What a reviewer reads of the demo’s closed months. */
function readersMonths(folder: string): Promise<Result> {
  return inDemo(join(folder, 'demo.db'), 'rhea', (asked) => besideBare('A reader’s page of closed months', asked))
}

async function inDemo<T>(path: string, who: CastName, look: (asked: Asked) => Promise<T>): Promise<T> {
  const house = await openDemo()
  const cookie = startSession({ ...house.as(who), now: Temporal.Now.instant() }, who, '')
  writeFileSync(path, house.db.$client.serialize())
  await house.app.close()
  const server = await startServer([MAIN], '/healthz', { DATABASE_PATH: path })
  try {
    return await look({ url: `${server.url}/months`, headers: { cookie: `plainclothes=${cookie}` } })
  } finally {
    await server.stop()
  }
}

/** Milliseconds to read all months of all touchpoints together; within a transaction nothing is kept. */
function readAnew(path: string): number {
  const db = drizzleOver(openDatabase(path, { readonly: true }))
  const today = Temporal.Now.plainDateISO('UTC')
  const months = monthsUpTo(today.toPlainYearMonth().toString(), 27)
  const slices = Array.from({ length: 40 }, (_, nth) => `way-${nth}`)
  const read = db.$client.transaction(() => {
    const from = performance.now()
    listCounted({ db }, months, { breakdown: 'touchpoint', slices }, today)

    return performance.now() - from
  })
  const looks = Array.from({ length: LOOKS }, () => read())
  db.$client.close()

  return median(looks)
}

/** Milliseconds until the whole page is there, each time after a write; of each county, all as warm, taking turns. */
async function madeAnew(counties: readonly County[], path: string): Promise<number[]> {
  const looks = async (county: County) => {
    const took: number[] = []
    for (let nth = 0; nth < LOOKS; nth++) took.push(await lookAnew(county, path))

    return median(took)
  }
  const ofEach = counties.map((): number[] => [])
  for (let run = -WARM_RUNS; run < RUNS; run++)
    for (const [nth, county] of counties.entries()) {
      const took = await looks(county)
      if (run >= 0) ofEach[nth]?.push(took)
    }

  return ofEach.map(median)
}

async function lookAnew({ server, headers, write }: County, path: string): Promise<number> {
  write()
  const from = performance.now()
  const answer = await fetch(server.url + path, { headers })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)

  return performance.now() - from
}

async function firstByteOf({ server, headers }: County): Promise<number> {
  return medianOf(async () => {
    const from = performance.now()
    const answer = await fetch(`${server.url}/months.csv?breakdown=touchpoint`, { headers })
    const reader = answer.body?.getReader()
    await reader?.read()
    const first = performance.now() - from
    while (reader && !(await reader.read()).done);

    return first
  })
}

/** The most that was ever resident (VmHWM) from its start on, under load too, as Linux says it; elsewhere nothing is said. */
function memoryOf({ pid }: Server): string {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []

    return `${Math.round(Number(kilobytes) / 1024)} MB at most`
  } catch {
    return 'not told on this system'
  }
}
