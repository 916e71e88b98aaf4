import { predictions, reflections } from '../../src/platform/db/tables.ts'
import { assign, setUpErrands } from './errands.ts'
import { type House, openHouse } from './house.ts'

/** A reflection on the billing line as a browser posts it; tests say only what differs. */
export const FORM: Record<string, string | string[]> & { story: string } = {
  contacted_on: '2026-06-10',
  daypart: 'morning',
  reached: 'person',
  wait: '3_to_10',
  transfers: '1',
  repeated: 'yes',
  addressed: 'partly',
  correct: 'yes',
  escalation: 'when_asked',
  promise: 'none',
  survey: 'not_asked',
  standards: ['standard-0', 'standard-1', 'standard-2'],
  'standard_standard-0': 'not_met',
  'standard_standard-1': 'met',
  'standard_standard-2': 'could_not_tell',
  valued: '2',
  acknowledged: '2',
  pride: '3',
  business: 'unsure',
  story: 'Thanked three times, and I still do not know what I owe.',
  cover: 'kept',
}

/** A story that names somebody. */
export const NAMED = 'Sarah Whitcombe thanked me three times, and I still do not know what I owe.'
/** Asked once more because of a name, the leader leaves the words as they are. */
export const LEFT = { wording_story: 'leave', wording_unsaid: 'leave' }

/** Nora has started her contact with the billing line on 10 June and expects 4 and yes. */
export async function openHouseAfterContact(): Promise<House> {
  const house = await openHouse()
  setUpErrands(house)
  assign(house, { state: 'contacted', contactedOn: '2026-06-10' })
  house.db
    .insert(predictions)
    .values({ assignmentId: 'bill', predictedValued: 4, predictedAddressed: 'yes', mood: 'rushed' })
    .run()

  return house
}

/** Nora hands her contact with the billing line in. */
export function handIn(house: House, form: Record<string, string | string[]> = {}) {
  return house.post('nora', '/assignments/bill/reflection', { ...FORM, ...form })
}

/** The one reflection there is; throws when there is none or there are more. */
export function onlyReflection(house: House): typeof reflections.$inferSelect {
  const [only, second] = house.db.select().from(reflections).all()
  if (!only || second) throw new Error('not one reflection')

  return only
}
