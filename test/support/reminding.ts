import { asc, eq } from 'drizzle-orm'
import { decideReminders } from '../../src/features/reminders/actions.ts'
import { standingOf } from '../../src/features/reminders/standing_actions.ts'
import { assignments, letterChoices, letters } from '../../src/platform/db/tables.ts'
import { newBreaker } from '../../src/platform/mail/breaker.ts'
import { sendDueLetters } from '../../src/platform/mail/outbox.ts'
import { openPostman } from '../../src/platform/mail/smtp.ts'
import { assign, setUpErrands } from './errands.ts'
import { type House, type HouseOptions, openHouse } from './house.ts'
import { type MailServer, openMailServer } from './mail_server.ts'

const BASE_URL = 'https://hours.northwind.example'

/** A house with errands, a mail server, and a hand on the clock. */
export interface Reminding {
  house: House
  server: MailServer
  /** What the jobs do at each tick: decide, then send. */
  tick: () => Promise<void>
  /** Decides only. */
  decide: () => void
  /** Sets the clock and ticks. */
  at: (moment: string) => Promise<void>
  give: (over?: Partial<typeof assignments.$inferInsert>) => string
  change: (id: string, change: Partial<typeof assignments.$inferInsert>) => void
  choose: (memberId: string, choice: Partial<typeof letterChoices.$inferInsert>) => void
  /** kind and state of everything that was written, in the order it was. */
  written: () => string[]
  /** Whom the letters that arrived went to. */
  arrived: () => (string | undefined)[]
  close: () => Promise<void>
}

export async function openReminding(options: HouseOptions = {}): Promise<Reminding> {
  const [house, server] = [await openHouse(options), await openMailServer()]
  setUpErrands(house)
  const postman = openPostman(server.url, 'Plainclothes <hello@northwind.example>')
  const [chance, stopping] = [() => 0, new AbortController().signal]
  const sending = { context: () => house.as(), postman, breaker: newBreaker(chance), chance, standingOf, stopping }
  const decide = () => decideReminders(house.as(), BASE_URL)
  const tick = async () => {
    decide()
    await sendDueLetters(sending)
  }

  return {
    ...{ house, server, decide, tick },
    at: (moment) => {
      house.now = Temporal.Instant.from(moment)

      return tick()
    },
    give: (over) => assign(house, over),
    change: (id, change) => void house.db.update(assignments).set(change).where(eq(assignments.id, id)).run(),
    choose: (memberId, choice) => {
      const row = { memberId, declined: [], quietFrom: '20:00', quietUntil: '07:00', weekends: false, ...choice }
      house.db.insert(letterChoices).values(row).run()
    },
    written: () =>
      house.db
        .select()
        .from(letters)
        .orderBy(asc(letters.writtenOn), asc(letters.occasion))
        .all()
        .map(({ kind, state }) => `${kind} ${state}`),
    arrived: () => server.received.map(({ to }) => to[0]),
    close: async () => {
      postman.close()
      await server.close()
    },
  }
}
