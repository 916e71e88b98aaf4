import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeApart } from '../../src/closing_process.ts'
import { lastDay, monthOf, monthsUpTo } from '../../src/lib/periods.ts'
import { openDatabase } from '../../src/platform/db/open.ts'
import { medianOf, type Result, seconds } from './measure.ts'
import { foundMonth } from './town.ts'

const CONTACTS = 100_000

/** Last month, closed as the server does it, from the start of the process until it has ended. */
export async function closing(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plainclothes-bench-'))
  const [month = ''] = monthsUpTo(monthOf(Temporal.Now.plainDateISO('UTC')), 2)
  const due = lastDay(month).add({ days: 15 }).toZonedDateTime('UTC').toInstant()
  try {
    foundMonth(join(folder, 'month.db'), month, CONTACTS)
    const closed = await medianOf(async () => {
      copyFileSync(join(folder, 'month.db'), join(folder, 'closed.db'))
      const from = performance.now()
      await closeApart(join(folder, 'closed.db'), due)
      const took = performance.now() - from
      if (contactsFrozen(join(folder, 'closed.db')) !== CONTACTS) throw new Error(`${month} was not closed`)

      return took
    })

    return [
      {
        what: `A month of ${CONTACTS.toLocaleString('en-GB')} contacts closed, in a process of its own`,
        measured: seconds(closed),
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function contactsFrozen(path: string): unknown {
  const sqlite = openDatabase(path, { readonly: true })
  const frozen = sqlite.prepare('select count(*) from frozen_contacts').pluck().get()
  sqlite.close()

  return frozen
}
