import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../support/sources.ts'
import { MAIN, medianOf, type Result, seconds, startServer } from './measure.ts'

/** npm ci beside a filled cache, the demo planted, and a start until its first 200. */
export async function installAndStart(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plainclothes-bench-'))
  try {
    for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(ROOT, file), join(folder, file))
    run('npm', ['ci'], folder)
    const install = await medianOf(async () => {
      const from = performance.now()
      run('npm', ['ci'], folder)

      return performance.now() - from
    })
    const planted = await medianOf(() => startedIn(['src/cli.ts', 'demo', '--fresh'], '/healthz'))
    const demo = await medianOf(() => startedIn(['src/cli.ts', 'demo'], '/healthz'))
    const empty = await medianOf(() => startedIn([MAIN], '/healthz', join(folder, 'empty.db')))

    return [
      { what: 'npm ci, warm', measured: seconds(install) },
      { what: 'The demo, planted and started, to its first 200', measured: seconds(planted) },
      { what: 'The demo, started again, to its first 200', measured: seconds(demo) },
      { what: 'An empty installation, started, to its first 200', measured: seconds(empty) },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startedIn(words: string[], path: string, database?: string): Promise<number> {
  const server = await startServer(words, path, database ? { DATABASE_PATH: database } : {})
  await server.stop()

  return server.startedIn
}

function run(command: string, words: string[], cwd: string): void {
  const { status, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} failed: ${stderr}`)
}
