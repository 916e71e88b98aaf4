import { auditEntries } from '../../src/platform/db/tables.ts'
import type { House } from './house.ts'

/** What the audit says apart from sign-ins, in the order it was written (ids of a test house count up). */
export function listEntries(house: House) {
  return house.db
    .select()
    .from(auditEntries)
    .orderBy(auditEntries.id)
    .all()
    .filter(({ action }) => action !== 'signed in')
}
