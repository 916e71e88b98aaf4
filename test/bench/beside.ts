import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { ROOT } from '../support/sources.ts'
import { median, type Result, RUNS, startServer } from './measure.ts'

const CONNECTIONS = 10
const SECONDS = 3
/** About a second of them. */
const BARE_POSTS = 5000

export interface Asked {
  url: string
  headers: Record<string, string>
  /** Done before each request is sent. */
  before?: () => void
}

/** How often a page is answered beside a bare one of as many bytes, taking turns so that a busy machine troubles both. */
export async function besideBare(what: string, asked: Asked): Promise<Result> {
  const bytes = await bytesOf(asked)

  return beside(what, { bytes, words: `${kilobytes(bytes)} bare` }, () => requestsPerSecond(asked), bareLook)
}

/** The same for posts: `ours` gives its rate, the bare handler validates and inserts one row on disk. */
export async function besideOneInsert(what: string, body: string, ours: () => Promise<number>): Promise<Result> {
  return beside(what, { bytes: 0, words: 'one validated insert' }, ours, (url) =>
    requestsPerSecond({ url, headers: FORM }, { amount: BARE_POSTS, body, expected: 303 }),
  )
}

export const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

async function beside(
  what: string,
  against: { bytes: number; words: string },
  ours: () => Promise<number>,
  bareOnce: (url: string) => Promise<number>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'plainclothes-bench-'))
  const settings = { BYTES: String(against.bytes), DATABASE_PATH: join(folder, 'bare.db') }
  const bare = await startServer([join(ROOT, 'test/bench/bare.ts')], '/', settings)
  try {
    const rates: { ours: number; bare: number }[] = []
    await ours()
    await bareOnce(bare.url)
    for (let run = 0; run < RUNS; run++) rates.push({ bare: await bareOnce(bare.url), ours: await ours() })
    const [rate, bareRate] = [median(rates.map(({ ours }) => ours)), median(rates.map(({ bare }) => bare))]

    return {
      what,
      measured: `${Math.round(rate)} a second`,
      beside: `${Math.round(bareRate)} a second for ${against.words}: ${Math.round((100 * rate) / bareRate)} %`,
    }
  } finally {
    await bare.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function bareLook(url: string): Promise<number> {
  return requestsPerSecond({ url, headers: {} })
}

export interface Posts {
  amount: number
  body: string
  /** Its status; anything else fails the measurement. */
  expected: number
  /** Where the next post goes; as asked, if nothing is said. */
  next?: () => string
}

/** At ten connections: for some seconds, or so many posts. */
export async function requestsPerSecond({ url, headers, before }: Asked, posts?: Posts): Promise<number> {
  const setupRequest = (request: autocannon.Request) => {
    before?.()

    return posts?.next ? { ...request, path: posts.next() } : request
  }
  const request = { headers, ...(posts && { method: 'POST' as const, body: posts.body }), setupRequest }
  const length = posts ? { amount: posts.amount } : { duration: SECONDS }
  const { result, seconds } = await timed({ url, connections: CONNECTIONS, ...length, requests: [request] })
  const expected = posts?.expected ?? 200
  const answered = (result.statusCodeStats as Record<string, { count?: number }>)[expected]?.count ?? 0
  if (answered < result.requests.sent - CONNECTIONS)
    throw new Error(`not every request was answered ${expected}: ${JSON.stringify(result.statusCodeStats)}`)

  return answered / seconds
}

/** By our own clock until the last answer: autocannon looks once a second whether it is done, so its times are whole seconds. */
function timed(options: autocannon.Options): Promise<{ result: autocannon.Result; seconds: number }> {
  return new Promise((resolve, reject) => {
    const first = performance.now()
    let last = first
    const running = autocannon(options, (error, result) =>
      error ? reject(error) : resolve({ result, seconds: (last - first) / 1000 }),
    )
    running.on('response', () => {
      last = performance.now()
    })
  })
}

async function bytesOf({ url, headers }: Asked): Promise<number> {
  const answer = await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } })
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)

  return (await answer.arrayBuffer()).byteLength
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`
}
