import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { codeOf, Problem } from '../../lib/problem.ts'
import { makeFolderOf } from './folder.ts'

/** Writes a file that is its owner's only. Throws a Problem where there is one already; leaves nothing behind where the writing fails. */
export function writeNewFile<T>(target: string, fill: (write: (part: string | Uint8Array) => void) => T): T {
  const file = openNew(target)
  try {
    return fill((part) => writeAll(file, typeof part === 'string' ? Buffer.from(part) : part))
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}

function openNew(target: string): number {
  makeFolderOf(target)
  try {
    return openSync(target, 'wx', 0o600)
  } catch (error) {
    const code = codeOf(error)
    throw code === 'EEXIST'
      ? new Problem('conflict', `${target} exists already. Name a file that does not.`)
      : new Problem('unavailable', `${target} cannot be written (${code}).`)
  }
}
