import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { openDatabase } from '../../src/platform/db/open.ts'
import { openForWriting } from '../../src/platform/db/open_for_writing.ts'

export function fingerprint(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** Makes a database with one more department in it, closed. */
export function furnish(file: string, name = 'Operations'): void {
  const { sqlite, close } = openForWriting(file)
  sqlite.prepare('insert into departments (id, name) values (?, ?)').run(name, name)
  close()
}

export function departmentsOf(file: string): unknown[] {
  const sqlite = openDatabase(file, { readonly: true })
  const names = sqlite.prepare('select name from departments order by name').pluck().all()
  sqlite.close()

  return names
}
