import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { CAST } from '../../seeds/cast.ts'
import { seedDemo } from '../../seeds/demo.ts'
import { drizzleOver, prepare } from '../../src/platform/db/open.ts'
import { freshDatabase, type House, openHouse } from './house.ts'
import { ROOT } from './sources.ts'

/** When the demo of the tests is looked at: a Wednesday morning, a week and a half into a month. */
export const DEMO_NOW = '2026-06-10T09:00:00Z'

const CACHE = join(ROOT, 'node_modules/.cache/plainclothes')

/** A house of its own with the demo's year behind it. The year is replayed once and kept until anything it is made from changes. */
export async function openDemo(): Promise<House> {
  year ??= planted()

  return openHouse({ db: drizzleOver(prepare(new Database(year))), now: DEMO_NOW, cast: CAST })
}

let year: Buffer | undefined

function planted(): Buffer {
  const file = join(CACHE, `demo-${fingerprint()}.db`)
  if (existsSync(file)) return readFileSync(file)
  const db = freshDatabase()
  seedDemo(db, Temporal.Instant.from(DEMO_NOW))
  const bytes = db.$client.serialize()
  mkdirSync(CACHE, { recursive: true })
  for (const old of globSync('demo-*.db', { cwd: CACHE })) rmSync(join(CACHE, old), { force: true })
  writeFileSync(`${file}.${process.pid}`, bytes)
  renameSync(`${file}.${process.pid}`, file)

  return bytes
}

/** Of every file the demo is made from. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of globSync(['src/**/*.ts', 'seeds/**/*.ts', 'migrations/*.sql', 'package-lock.json'], {
    cwd: ROOT,
  }).sort())
    hash.update(readFileSync(join(ROOT, file)))

  return hash.digest('hex').slice(0, 16)
}
