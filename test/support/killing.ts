import { spawnSync } from 'node:child_process'
import { QUICKLY, ROOT } from './sources.ts'

export type Work = 'plan, publish and remind' | 'close months'

/**
 * Does the work on the file in a process of its own, which is killed with -9 before its nth statement, counted from 1; 0 lets it
 * finish. `statements` are those of work that finished.
 */
export function runKilled(work: Work, file: string, moment: string, nth: number) {
  const command = [...QUICKLY, `${ROOT}test/support/killed_at.ts`, work, file, moment, String(nth)]
  const { signal, status, stdout } = spawnSync(process.execPath, command, { encoding: 'utf8' })

  return { signal, status, statements: Number(stdout) }
}
