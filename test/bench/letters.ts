import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { openForWriting } from '../../src/platform/db/open_for_writing.ts'
import * as tables from '../../src/platform/db/tables.ts'
import { type MailServer, openMailServer } from '../support/mail_server.ts'
import { ROOT } from '../support/sources.ts'
import { type Result, type Server, seconds, startServer } from './measure.ts'
import { foundTown } from './town.ts'

const LETTERS = 2000
const REQUESTS = 400

/** Two thousand leaders whose windows open today, a mail server on this machine, and somebody who reads pages meanwhile. */
export async function letters(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plainclothes-bench-'))
  const path = join(folder, 'town.db')
  const { lead } = foundTown(path, 0)
  openWindows(path)
  const mail = await openMailServer()
  const settings = { DATABASE_PATH: path, SMTP_URL: mail.url, MAIL_FROM: 'Plainclothes <hello@northwind.example>' }
  const server = await startServer([join(ROOT, 'src/main.ts')], '/healthz', settings)
  try {
    const meanwhile = slowestPages(server, lead)
    const took = await untilAllArrived(mail)
    const busy = await meanwhile
    const calm = await slowestPages(server, lead)

    return [
      {
        what: `${LETTERS.toLocaleString('en-GB')} reminders due at once: decided, looked at again, and with the mail server`,
        measured: seconds(took),
        beside: `slowest of 40 pages meanwhile ${busy} ms, otherwise ${calm} ms`,
      },
    ]
  } finally {
    await server.stop()
    await mail.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function untilAllArrived({ received }: MailServer): Promise<number> {
  const from = performance.now()
  while (received.length < LETTERS) await new Promise((resolve) => setTimeout(resolve, 20))

  return performance.now() - from
}

/** The time within which 97.5 % of requests for a page were answered, in milliseconds. */
async function slowestPages({ url }: Server, cookie: string): Promise<number> {
  const headers = { cookie: `plainclothes=${cookie}` }
  const result = await autocannon({ url: `${url}/programs`, headers, connections: 2, amount: REQUESTS })
  if (result.non2xx > 0) throw new Error(`${result.non2xx} pages were not shown`)

  return result.latency.p97_5
}

function openWindows(path: string): void {
  const { db, close } = openForWriting(path)
  const today = Temporal.Now.plainDateISO('UTC')
  const touchpointId = db.select().from(tables.touchpoints).get()?.id ?? ''
  const round = db.select().from(tables.rounds).get()
  const row = {
    touchpointId,
    roundId: round?.id,
    programId: round?.programId,
    origin: 'rotation',
    state: 'open',
  } as const
  db.transaction((tx) => {
    for (let nth = 0; nth < LETTERS; nth++) {
      const memberId = `reader-${nth}`
      const [fromDay, toDay] = [today.subtract({ days: 1 }).toString(), today.add({ days: 20 }).toString()]
      tx.insert(tables.members).values(reader(memberId, nth)).run()
      tx.insert(tables.memberRoles).values({ memberId, role: 'leader' }).run()
      tx.insert(tables.letterChoices)
        .values({ memberId, ...AT_ANY_HOUR })
        .run()
      tx.insert(tables.assignments)
        .values({ ...row, id: `window-${nth}`, leaderId: memberId, fromDay, toDay })
        .run()
    }
  })
  close()
}

/** The bench is run at night too. */
const AT_ANY_HOUR = { declined: [], quietFrom: '00:00', quietUntil: '00:00', weekends: true }

function reader(id: string, nth: number) {
  return {
    ...{ id, name: `Reader ${nth}`, email: `${id}@northwind.example`, joinedOn: '2025-01-01' },
    ...{ country: 'GB', timeZone: 'Europe/London', languages: ['en'] },
  }
}
