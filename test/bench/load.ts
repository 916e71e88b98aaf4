import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { encode } from '../support/house.ts'
import { ROOT } from '../support/sources.ts'
import { medianOf, type Result, RUNS, type Server, startServer } from './measure.ts'
import { foundTown, type Town } from './town.ts'

const CONNECTIONS = 10
const SECONDS = 5
const HAND_INS_A_RUN = 1000

/** The months page with ten thousand reflections while nothing changes, and handing in: each beside a bare page of as many bytes. */
export async function load(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plainclothes-bench-'))
  const path = join(folder, 'town.db')
  const town = foundTown(path, HAND_INS_A_RUN * (RUNS + 1))
  const server = await startServer([join(ROOT, 'src/main.ts')], '/healthz', { DATABASE_PATH: path })
  try {
    return [await readMonths(server, town), await handIn(server, town)]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function readMonths(server: Server, { lead }: Town): Promise<Result> {
  const headers = { cookie: `plainclothes=${lead}` }
  const bytes = await bytesOf(`${server.url}/months`, headers)
  const ours = () => requestsPerSecond({ url: `${server.url}/months`, headers })

  return beside('The months page with 10,000 reflections, nothing changed', bytes, ours)
}

async function handIn(server: Server, { leader, waiting }: Town): Promise<Result> {
  const headers = { cookie: `plainclothes=${leader}`, ...FORM }
  const bytes = await bytesOf(`${server.url}/assignments/${waiting.at(-1)}/reflection`, headers)
  const ours = () => {
    const ids = waiting.splice(0, HAND_INS_A_RUN)
    const setupRequest = (request: autocannon.Request) => ({ ...request, path: `/assignments/${ids.pop()}/reflection` })

    return requestsPerSecond(
      { url: server.url, amount: HAND_INS_A_RUN, requests: [{ method: 'POST', headers, body: words(), setupRequest }] },
      303,
    )
  }

  return beside('A reflection handed in: read, checked, counted, audited, on disk', bytes, ours, {
    method: 'POST',
    headers: FORM,
    body: words(),
  })
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

/** Our rate and the bare one, taking turns so that a busy machine troubles both. */
async function beside(
  what: string,
  bytes: number,
  ours: () => Promise<number>,
  post: Partial<autocannon.Options> = {},
): Promise<Result> {
  const bare = await startServer([join(ROOT, 'test/bench/bare.ts')], '/', { BYTES: String(bytes) })
  try {
    const bareRates: number[] = []
    await ours()
    const rate = await medianOf(async () => {
      bareRates.push(await requestsPerSecond({ url: bare.url, ...post }))

      return ours()
    })
    const bareRate = await medianOf(async () => bareRates.pop() ?? NaN)
    const share = Math.round((100 * rate) / bareRate)

    return {
      what,
      measured: `${Math.round(rate)} a second`,
      beside: `${Math.round(bareRate)} a second for ${kilobytes(bytes)} bare: ${share} %`,
    }
  } finally {
    await bare.stop()
  }
}

async function requestsPerSecond(options: autocannon.Options, expected = 200): Promise<number> {
  const { amount } = options
  const result = await autocannon({ connections: CONNECTIONS, ...(!amount && { duration: SECONDS }), ...options })
  const answered = (result.statusCodeStats as Record<string, { count?: number }>)[expected]?.count ?? 0
  if (answered < result.requests.sent - CONNECTIONS)
    throw new Error(`not every request was answered ${expected}: ${JSON.stringify(result.statusCodeStats)}`)

  return amount ? answered / ((result.finish.getTime() - result.start.getTime()) / 1000) : answered / result.duration
}

async function bytesOf(url: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(url, { headers: { cookie: headers.cookie ?? '', 'accept-encoding': 'identity' } })
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)

  return (await answer.arrayBuffer()).byteLength
}

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

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`
}
