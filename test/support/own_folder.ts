import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'

const HOOKS = { test: [beforeEach, afterEach], file: [beforeAll, afterAll] } as const

/** A folder on the disk, anew for each test or one for the whole file that asks, and gone afterwards; gives the path of a name in it. */
export function ownFolder(span: keyof typeof HOOKS): (name: string) => string {
  const [before, after] = HOOKS[span]
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'plainclothes-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  return (name) => join(folder, name)
}
