import { foundOrganisation } from '../src/features/members/organisation_actions.ts'
import type { Db } from '../src/platform/db/open.ts'
import { LEADERS, OTHERS } from './cast.ts'
import { type Company, companyOver } from './company.ts'
import { diceFrom } from './dice.ts'
import { furnish, hire } from './founding.ts'
import { replay, todayOf } from './history.ts'
import { momentOn } from './moments.ts'
import { beginPrograms } from './programs.ts'
import { tellStaff, tellWhatWasHeard } from './telling_staff.ts'
import type { Year } from './weather.ts'

/** Another number, another year of the same company. */
const SEED = 20_260_101

/** Months before this one in which contacts were made, and the months since the billing line was put right. */
const MONTHS = 12
const FIXED_MONTHS_AGO = 6

/** Fills an empty database with Northwind Energy and its twelve months up to now. The same moment gives the same content. Fewer months serve tests. */
export function seedDemo(db: Db, now: Temporal.Instant, months = MONTHS): void {
  const company = companyOver(db, diceFrom(SEED), now)
  const thisMonth = todayOf(company).with({ day: 1 })
  const year = {
    startsOn: thisMonth.subtract({ months }),
    fixedOn: thisMonth.subtract({ months: FIXED_MONTHS_AGO }),
  }
  begin(company, year)
  replay(company, year)
  tellWhatWasHeard(company)
}

function begin(company: Company, year: Year): void {
  const day = year.startsOn.subtract({ days: 50 })
  const at = momentOn(day, '09:00', 'Europe/London')
  foundOrganisation(company.as(null, at), {
    name: 'Northwind Energy',
    locale: 'en-GB',
    country: 'GB',
    timeZone: 'Europe/London',
    fiscalYearStart: 1,
  })
  for (const person of [...OTHERS, ...LEADERS]) {
    if (person.joined === undefined) hire(company, person, at, day.subtract({ years: 1 }))
  }
  furnish(company, at)
  beginPrograms(company, year, at)
  tellStaff(company, at)
}
