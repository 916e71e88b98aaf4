import { noteRebase } from '../src/features/months/actions.ts'
import type { Company } from './company.ts'
import type { Diary } from './diary.ts'
import { momentOn } from './moments.ts'
import type { Year } from './weather.ts'

/** Once the billing line was put right, Maud notes it: from then on the chart of a measure has limits of its own. Shorter histories begin after it. */
export function noteTheChange(company: Company, year: Year, diary: Diary): void {
  if (Temporal.PlainDate.compare(year.fixedOn, year.startsOn.add({ months: 1 })) < 0) return
  const at = momentOn(year.fixedOn.add({ days: 40 }), '10:00', 'Europe/London')
  const month = year.fixedOn.toPlainYearMonth().toString()
  diary.plan(at, (at) =>
    noteRebase(company.as('maud', at), {
      measure: 'escalation_unasked',
      month,
      reason: 'The billing line began to offer a complaints team unasked',
    }),
  )
}
