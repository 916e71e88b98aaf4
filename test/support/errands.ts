import {
  assignments,
  programs,
  rounds,
  scenarios,
  scenarioVersions,
  standards,
  touchpoints,
} from '../../src/platform/db/tables.ts'
import type { House } from './house.ts'

const WEEKDAYS_8_TO_18 = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:00', '18:00']]]),
)

/** The billing line, a mailbox, and one errand at each, in a published round of June 2026. */
export function setUpErrands({ db }: House): void {
  db.insert(touchpoints)
    .values([
      {
        id: 'billing',
        name: 'Billing line',
        channel: 'phone',
        address: '+448081570342',
        timeZone: 'Europe/London',
        languages: ['en'],
        departmentId: 'service',
        ownerId: 'otto',
        openingHours: WEEKDAYS_8_TO_18,
        storyWanted: 'They explained it, and it was my bill they talked about.',
      },
      {
        id: 'mailbox',
        name: 'Service mail',
        channel: 'email',
        address: 'service@northwind.example',
        timeZone: 'Europe/London',
        languages: ['en'],
        openingHours: WEEKDAYS_8_TO_18,
        answerDays: 2,
      },
    ])
    .run()
  db.insert(standards)
    .values(
      ['answers within three minutes', 'explains the bill', 'says what happens next', 'offers a written note'].map(
        (what, position) => ({
          id: `standard-${position}`,
          touchpointId: 'billing',
          statement: `A person ${what}.`,
          position,
        }),
      ),
    )
    .run()
  db.insert(scenarios)
    .values({ id: 'double', title: 'A bill that doubled', purpose: 'ask', languages: ['en'] })
    .run()
  db.insert(scenarioVersions)
    .values({
      id: 'double-1',
      scenarioId: 'double',
      number: 1,
      errand: 'Ring the billing line about a bill that doubled.',
      coverStory: 'Your May bill is £212. April’s was £104.',
      never: 'Never agree to pay.',
      afterwards: 'Close the ticket they open.',
      details: [{ label: 'Account', value: '7714 208 336' }],
    })
    .run()
  db.insert(programs)
    .values({
      id: 'hours',
      name: 'Customer hours',
      cadence: 'monthly',
      recurrence: 'FREQ=MONTHLY',
      startsOn: '2026-01-01',
    })
    .run()
  db.insert(rounds)
    .values({
      id: 'june',
      programId: 'hours',
      period: '2026-06',
      number: 6,
      startsOn: '2026-06-01',
      endsOn: '2026-06-30',
      state: 'published',
      gaps: [],
      plannedOn: '2026-05-18',
      publishedOn: '2026-05-29',
    })
    .run()
}

/** An assignment of the billing errand, 9 to 19 June, open unless said otherwise. */
export function assign({ db }: House, over: Partial<typeof assignments.$inferInsert> = {}): string {
  const row = {
    id: 'bill',
    roundId: 'june',
    programId: 'hours',
    leaderId: 'nora',
    touchpointId: 'billing',
    scenarioVersionId: 'double-1',
    origin: 'rotation',
    fromDay: '2026-06-09',
    toDay: '2026-06-19',
    daypart: 'morning',
    state: 'open',
    why: 'Nobody else was free that week.',
    ...over,
  } as const
  db.insert(assignments).values(row).run()

  return row.id
}
