import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf, Problem } from '../../lib/problem.ts'

/** The folder a database stands in, its owner's only. Throws a Problem if it cannot be made. */
export function makeFolderOf(path: string): void {
  if (isFolder(path)) throw new Problem('unavailable', `${path} is a folder. Set DATABASE_PATH to a file in it.`)
  try {
    makeFolder(dirname(path))
  } catch (error) {
    throw unwritable(path, error)
  }
}

export function unwritable(path: string, error: unknown): Problem {
  const why = codeOf(error) || String(error)

  return new Problem('unavailable', `${path} cannot be written (${why}). Set DATABASE_PATH to a place that can.`)
}

/** One level at a time: asked for all at once (`recursive`), Node tries for ever below a folder like /proc that says "no such folder". */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another start at the same moment may have made it.
    if (!isFolder(folder)) throw error
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
