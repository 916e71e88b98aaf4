import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from '../support/house.ts'
import { MAIN, median, type Result, startServer } from './measure.ts'
import { foundTown, type Town } from './town.ts'

const SECONDS = 10
/** The page saves when somebody pauses this long (draft.js); people differ a little. */
const PAUSE = 800

/** Fifty leaders type at once, each on a phone of their own; every answer is on disk before it is told. */
export async function autosave(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plainclothes-bench-'))
  const path = join(folder, 'town.db')
  const { writing } = foundTown(path, 0)
  const server = await startServer([MAIN], '/healthz', { DATABASE_PATH: path })
  try {
    const taken = (await Promise.all(writing.map((leader, nth) => write(server.url, leader, nth)))).flat()
    const worst = taken.toSorted((a, b) => a - b)[Math.floor(taken.length * 0.95)] ?? NaN

    return [
      {
        what: `A draft saved while ${writing.length} leaders type (${taken.length} saves in ${SECONDS} s)`,
        measured: `${median(taken).toFixed(1)} ms`,
        beside: `95 % within ${worst.toFixed(1)} ms`,
      },
    ]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function write(url: string, { cookie, contact }: Town['writing'][number], nth: number): Promise<number[]> {
  const taken: number[] = []
  let story = ''
  const end = performance.now() + SECONDS * 1000
  await pause((nth * PAUSE) / 50)
  for (let version = 0; performance.now() < end; version++) {
    story += 'a few more words, '
    const from = performance.now()
    const answer = await fetch(`${url}/assignments/${contact}/draft`, {
      method: 'POST',
      headers: { cookie, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: encode({ version: String(version), reached: 'person', valued: '4', story: story.slice(-1500) }),
    })
    if (answer.status !== 200) throw new Error(`a draft was answered ${answer.status}: ${await answer.text()}`)
    await answer.json()
    taken.push(performance.now() - from)
    await pause(PAUSE)
  }

  return taken
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
