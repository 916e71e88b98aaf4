import { z } from 'zod'
import { isZone } from '../../lib/days.ts'
import { COUNTRIES, isLocale } from '../../lib/regions.ts'
import { namesIn } from '../../lib/written_out.ts'
import { choiceField, textField, wholeField } from '../../platform/web/forms.ts'
import { PRIMARY_MEASURES, RANGES } from './organisation.ts'

const zoneField = textField(60, 'Choose a time zone.').refine(isZone, {
  error: 'Choose a time zone like Europe/London.',
})

/** What set-up asks, and what the settings ask again. */
export const foundingFields = {
  locale: textField(35, 'Choose how days and figures are written.').refine(isLocale, {
    error: 'Choose how days and figures are written, for example en-GB.',
  }),
  country: choiceField(COUNTRIES, 'Choose a country.'),
  timeZone: zoneField,
  fiscalYearStart: wholeField(1, 12, 'Choose the month the fiscal year begins with.'),
}

export const settingsForm = z.object({
  name: textField(120, 'Write the company’s name.'),
  ...foundingFields,
  cooldownDays: numberField('cooldownDays', 'days'),
  lockoutDays: numberField('lockoutDays', 'days'),
  spacingDays: numberField('spacingDays', 'days'),
  contactsPerMonth: numberField('contactsPerMonth', 'contacts'),
  roundClosesAfterDays: numberField('roundClosesAfterDays', 'days'),
  monthClosesAfterDays: numberField('monthClosesAfterDays', 'days'),
  smallestGroup: numberField('smallestGroup', 'leaders'),
  primaryMeasure: choiceField(namesIn(PRIMARY_MEASURES), 'Choose one of the measures shown.'),
  neutralTitle: textField(60, 'Write a title that gives nothing away, for example Customer hour.').refine(
    (title) => !/\n/.test(title),
    { error: 'Keep the title to one line.' },
  ),
})

function numberField(name: keyof typeof RANGES, what: string) {
  const [least, most] = RANGES[name]

  return wholeField(least, most, `Write a whole number of ${what} from ${least} to ${most}.`)
}
