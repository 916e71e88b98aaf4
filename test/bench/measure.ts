import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import start from '../../package.json' with { type: 'json' }
import { ROOT } from '../support/sources.ts'

export interface Result {
  what: string
  measured: string
  beside?: string
}

export const RUNS = 5

export const MAIN = 'src/main.ts'
/** Node as `npm start` and `npm run demo` run it; what is compared with runs without options. */
const AS_STARTED = optionsOf(start.scripts.start, MAIN)
const AS_DEMO = optionsOf(start.scripts.demo, 'src/cli.ts')

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)

  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

/** The median of several runs of what measures itself, in milliseconds or per second. */
export async function medianOf(measure: () => Promise<number>): Promise<number> {
  const measured: number[] = []
  for (let run = 0; run < RUNS; run++) measured.push(await measure())

  return median(measured)
}

export interface Server {
  url: string
  pid: number
  /** Milliseconds from the start of the process to its first 200. */
  startedIn: number
  stop: () => Promise<void>
}

/** Starts a server in a process of its own and comes back with its first 200 at the given path. */
export async function startServer(
  words: string[],
  path: string,
  settings: Record<string, string> = {},
): Promise<Server> {
  const port = await freePort()
  const from = performance.now()
  const options = words.includes('demo') ? AS_DEMO : words.includes(MAIN) ? AS_STARTED : []
  const child = spawn(process.execPath, [...options, ...words], {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), REQUESTS_PER_MINUTE: '100000000', ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await answering(child, url + path)
  const startedIn = performance.now() - from
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }

  return { url, pid: child.pid ?? 0, startedIn, stop }
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

function optionsOf(script: string, main: string): string[] {
  const words = script.split(' ')

  return words.slice(1, words.indexOf(main))
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 6000; tries++) {
    if (child.exitCode !== null) throw new Error(`the server of ${url} ended with ${child.exitCode}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`${url} never answered`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')

  return port
}
