import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { codeOf, Problem } from '../../lib/problem.ts'
import { makeFolderOf } from './folder.ts'

/** The session secret kept beside a database, made there when absent; readable by its owner only. Throws a Problem if it is unusable. */
export function secretBeside(databasePath: string): string {
  const file = `${databasePath}.secret`
  makeFolderOf(databasePath)
  try {
    writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST')
      throw new Problem('unavailable', `The session secret cannot be written to ${file}. Set SESSION_SECRET.`)
  }

  return readSecret(file)
}

function readSecret(file: string): string {
  const secret = readText(file).trim()
  if (secret.length < 32)
    throw new Problem(
      'unavailable',
      `${file} holds no session secret of at least 32 characters. Delete it, and one is made.`,
    )
  chmodSync(file, 0o600)

  return secret
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Problem('unavailable', `The session secret in ${file} cannot be read. Set SESSION_SECRET.`)
  }
}
