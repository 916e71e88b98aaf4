import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { migrateDatabase } from '../../src/platform/db/migrate.ts'
import { drizzleOver, openDatabase } from '../../src/platform/db/open.ts'
import * as tables from '../../src/platform/db/tables.ts'
import { type MailServer, openMailServer } from '../support/mail_server.ts'
import { MAIN, median, type Result, type Server, seconds, startServer } from './measure.ts'
import { beginTown } from './town.ts'

const LETTERS = 2000
const REQUESTS = 120
const ROUNDS = 3

/** Two thousand leaders whose windows open today, a mail server on this machine, and somebody who reads pages meanwhile. */
export async function letters(): Promise<Result[]> {
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await sendAll())
  const [took, busy, calm] = (['took', 'busy', 'calm'] as const).map((what) => median(rounds.map((one) => one[what])))

  return [
    {
      what: `${LETTERS.toLocaleString('en-GB')} reminders due at once: decided, looked at again, and with the mail server (median of ${ROUNDS})`,
      measured: seconds(took ?? NaN),
      beside: `slowest of 40 pages meanwhile ${busy} ms, otherwise ${calm} ms`,
    },
  ]
}

/** In milliseconds. */
interface Round {
  took: number
  /** The slowest pages while letters leave, and afterwards. */
  busy: number
  calm: number
}

async function sendAll(): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'plainclothes-bench-'))
  const path = join(folder, 'town.db')
  const lead = openWindows(path)
  const mail = await openMailServer()
  const settings = { DATABASE_PATH: path, SMTP_URL: mail.url, MAIL_FROM: 'Plainclothes <hello@northwind.example>' }
  const server = await startServer([MAIN], '/healthz', settings)
  try {
    const meanwhile = slowestPages(server, lead)
    const took = await untilAllArrived(mail)
    const busy = await meanwhile

    return { took, busy, calm: await slowestPages(server, lead) }
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

/** Gives a lead's cookie. */
function openWindows(path: string): string {
  const sqlite = openDatabase(path)
  migrateDatabase(sqlite, path)
  const db = drizzleOver(sqlite)
  const lead = beginTown(db, 1)
  const today = Temporal.Now.plainDateISO('UTC')
  const row = { touchpointId: 'way-0', programId: 'program', origin: 'rotation', state: 'open' } as const
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
  sqlite.close()

  return lead
}

/** The bench is run at night too. */
const AT_ANY_HOUR = { declined: [], quietFrom: '00:00', quietUntil: '00:00', weekends: true }

function reader(id: string, nth: number) {
  return {
    ...{ id, name: `Reader ${nth}`, email: `${id}@northwind.example`, joinedOn: '2025-01-01' },
    ...{ country: 'GB', timeZone: 'Europe/London', languages: ['en'] },
  }
}
