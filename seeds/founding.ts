import { addMember } from '../src/features/members/actions.ts'
import { addScenario } from '../src/features/scenarios/actions.ts'
import { addStandard, addTouchpoint, setHours, setIntent } from '../src/features/touchpoints/actions.ts'
import { readAddress } from '../src/features/touchpoints/address.ts'
import { getTouchpoint } from '../src/features/touchpoints/store.ts'
import { type Person, zoneOf } from './cast.ts'
import { type Company, naming } from './company.ts'
import { ERRANDS, scenarioFrom } from './scenarios.ts'
import type { WayIn } from './touchpoint.ts'
import { WAYS_IN } from './touchpoints.ts'

/** People, ways in and errands, by the actions a company would use. Ids of touchpoints and scenarios are their keys. */
export function furnish(company: Company, at: Temporal.Instant): void {
  for (const wayIn of WAYS_IN) addWayIn(company, wayIn, at)
  for (const errand of ERRANDS)
    addScenario(
      naming(company.as('maud', at), errand.key),
      scenarioFrom(errand, (touchpoint) => touchpoint),
    )
}

export function hire(company: Company, person: Person, at: Temporal.Instant, joinedOn: Temporal.PlainDate): void {
  addMember(naming(company.as('alva', at), person.id), {
    name: person.name,
    email: `${person.id}@northwind.example`,
    jobTitle: person.title,
    department: person.department,
    country: person.country,
    timeZone: zoneOf(person),
    languages: [...person.languages],
    joinedOn,
    roles: [...person.roles],
  })
}

function addWayIn(company: Company, wayIn: WayIn, at: Temporal.Instant): void {
  const ctx = company.as('maud', at)
  const { name, channel, zone, department, weight, hours, answerDays } = wayIn
  const place = { name, channel, address: addressOf(wayIn), timeZone: zone, languages: [...wayIn.languages] }
  const kept = { department, ownerId: wayIn.owner, weight, answerDays, openingHours: hours }
  addTouchpoint(naming(ctx, wayIn.key), { ...place, ...kept })
  const { intent, motivation, storyWanted } = wayIn
  setIntent(ctx, wayIn.key, getTouchpoint(ctx, wayIn.key).version, { intent, motivation, storyWanted })
  setHours(ctx, wayIn.key, getTouchpoint(ctx, wayIn.key).version, {
    openingHours: hours,
    dayparts: wayIn.dayparts,
    exceptions: exceptionsFrom(wayIn, at),
    blocked: [],
  })
  for (const [statement, target] of wayIn.standards) addStandard(ctx, wayIn.key, { statement, target })
}

/** The days of the year that differ, for the next two years. */
function exceptionsFrom({ exceptions, zone }: WayIn, at: Temporal.Instant) {
  const today = at.toZonedDateTimeISO(zone).toPlainDate()

  return [0, 1, 2]
    .flatMap((years) => exceptions.map(({ on, ...dated }) => ({ day: `${today.year + years}-${on}`, ...dated })))
    .filter(({ day }) => day >= today.toString() && day < today.add({ years: 2 }).toString())
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, spans, reason }) => ({ day, spans: [...spans], reason }))
}

function addressOf({ channel, address, country }: WayIn): string {
  const read = readAddress(channel, address, country)
  if ('complaint' in read) throw new RangeError(`${address}: ${read.complaint}`)

  return read.value
}
