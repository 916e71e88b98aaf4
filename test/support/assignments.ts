import { eq } from 'drizzle-orm'
import { assignments } from '../../src/platform/db/tables.ts'
import type { House } from './house.ts'

/** An assignment as it stands in the database. */
export function getAssignment({ db }: House, id: string): typeof assignments.$inferSelect {
  const row = db.select().from(assignments).where(eq(assignments.id, id)).get()
  if (!row) throw new Error(`there is no assignment ${id}`)

  return row
}
