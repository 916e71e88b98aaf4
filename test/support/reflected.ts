import type { Context } from '../../src/context.ts'
import type { Countable } from '../../src/features/reflections/counts.ts'
import { findCountable, recordCounts } from '../../src/features/reflections/counts_store.ts'
import {
  assignments,
  predictions,
  programs,
  reflectionReleases,
  reflectionStandards,
  reflections,
  scenarios,
  standards,
  touchpoints,
} from '../../src/platform/db/tables.ts'
import { countable } from './countable.ts'

/** The places of test/support/countable.ts, in the database: programs, touchpoints, scenarios and standards. */
export function furnish({ db }: Context): void {
  for (const [id, name] of Object.entries({ first_hand: 'First hand', after_hours: 'After hours' }))
    db.insert(programs)
      .values({ id, name, cadence: 'monthly', recurrence: 'FREQ=MONTHLY', startsOn: '2025-01-01' })
      .run()
  for (const [id, name] of Object.entries({
    billing_line: 'Billing line',
    chat: 'Moving-home chat',
    shop: 'City shop',
  }))
    db.insert(touchpoints)
      .values({
        id,
        name,
        channel: 'phone',
        address: '+442079460000',
        timeZone: 'Europe/London',
        languages: ['en'],
        openingHours: {},
      })
      .run()
  for (const [id, title] of Object.entries({ doubled_bill: 'A bill that doubled', moving_home: 'Moving home' }))
    db.insert(scenarios)
      .values({ id, title, purpose: 'ask', languages: ['en'] })
      .run()
  const statements = {
    three_minutes: 'A person answers within 3 minutes',
    names_itself: 'They say who they are',
    says_what_next: 'They say what happens next',
  }
  for (const [position, [id, statement]] of Object.entries(statements).entries())
    db.insert(standards).values({ id, touchpointId: 'billing_line', statement, target: 0.8, position }).run()
}

/** A handed-in reflection as the house keeps it, counted; tests say only what differs from a good contact. Gives its id. */
export function reflect(ctx: Context, differs: Partial<Countable> = {}): string {
  const { standards: met, predictedValued, ...given } = countable(differs)
  const [id, assignmentId] = [ctx.newId(), ctx.newId()]
  const day = `${given.month}-10`
  ctx.db
    .insert(assignments)
    .values({
      ...given,
      id: assignmentId,
      origin: 'rotation',
      fromDay: day,
      toDay: day,
      contactedOn: day,
      state: 'reflected',
    })
    .run()
  if (predictedValued !== null)
    ctx.db.insert(predictions).values({ assignmentId, predictedValued, predictedAddressed: 'yes', mood: 'calm' }).run()
  const said = {
    handedInOn: day,
    contactedOn: day,
    daypart: 'morning',
    story: 'They called me back.',
    causes: [],
  } as const
  ctx.db
    .insert(reflections)
    .values({ ...given, ...said, causes: [], id, assignmentId })
    .run()
  ctx.db.insert(reflectionReleases).values({ reflectionId: id, writtenOn: day }).run()
  for (const [standardId, answer] of Object.entries(met))
    ctx.db.insert(reflectionStandards).values({ reflectionId: id, standardId, answer }).run()
  recordCounts(ctx, null, findCountable(ctx, id))

  return id
}
