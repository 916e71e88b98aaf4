import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ROOT } from '../support/sources.ts'
import { besideBare } from './beside.ts'
import { foundCounty } from './county.ts'
import { median, medianOf, type Result, type Server, startServer } from './measure.ts'

const MILLION = 1_000_000
const LOOKS = 40

/** A lead's months over a million reflections and over ten thousand: kept, and made anew after every write. */
export async function months(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plainclothes-bench-'))
  try {
    const few = await inCounty(join(folder, 'few.db'), 24_000, async (county) => ({ anew: await madeAnew(county) }))
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
      anew: await madeAnew(county),
      filter: await madeAnew(county, '/months?channel=phone'),
      firstByte: await firstByteOf(county),
      memory: memoryOf(county.server),
    }))

    return [
      many.kept,
      many.afterWrites,
      {
        what: 'The months page made anew, 1,000,000 reflections',
        measured: `${many.anew.toFixed(1)} ms`,
        beside: `${few.anew.toFixed(1)} ms with 24,000`,
      },
      {
        what: 'The months page of one channel with all 40 touchpoints, made anew',
        measured: `${many.filter.toFixed(1)} ms`,
      },
      {
        what: 'months.csv by touchpoint, 1,000,000 reflections: first byte',
        measured: `${many.firstByte.toFixed(1)} ms`,
      },
      { what: 'Memory of the server after all this', measured: many.memory },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface County {
  server: Server
  headers: Record<string, string>
  /** Anything at all changes, by another connection: what was kept is stale. */
  write: () => void
}

async function inCounty<T>(path: string, reflections: number, look: (county: County) => Promise<T>): Promise<T> {
  const headers = { cookie: `plainclothes=${foundCounty(path, reflections)}` }
  const server = await startServer([join(ROOT, 'src/main.ts')], '/healthz', { DATABASE_PATH: path })
  const beside = new Database(path)
  beside.pragma('synchronous = OFF')
  const touch = beside.prepare('update organisation set version = version + 1')
  try {
    return await look({ server, headers, write: () => touch.run() })
  } finally {
    beside.close()
    await server.stop()
  }
}

/** Milliseconds until the whole page is there, each time after a write. */
async function madeAnew({ server, headers, write }: County, path = '/months'): Promise<number> {
  const look = async () => {
    write()
    const from = performance.now()
    const answer = await fetch(server.url + path, { headers })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)

    return performance.now() - from
  }
  for (let warm = 0; warm < LOOKS; warm++) await look()

  return medianOf(async () => {
    const looks: number[] = []
    for (let nth = 0; nth < LOOKS; nth++) looks.push(await look())

    return median(looks)
  })
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

/** The most it ever held, as Linux says it; elsewhere nothing is said. */
function memoryOf({ pid }: Server): string {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []

    return `${Math.round(Number(kilobytes) / 1024)} MB at most`
  } catch {
    return 'not told on this system'
  }
}
