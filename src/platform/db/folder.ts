import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from '../../lib/problem.ts'

/** The folder a database stands in, its owner's only. Throws a Problem if it cannot be made. */
export function makeFolderOf(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory())
    throw new Problem('unavailable', `${path} is a folder. Set DATABASE_PATH to a file in it.`)
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  } catch (error) {
    throw unwritable(path, error)
  }
}

export function unwritable(path: string, error: unknown): Problem {
  const why = (error as NodeJS.ErrnoException).code ?? String(error)

  return new Problem('unavailable', `${path} cannot be written (${why}). Set DATABASE_PATH to a place that can.`)
}
