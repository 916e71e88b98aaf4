import { z } from 'zod'
import { choiceField, ticksField, wholeField } from '../../platform/web/forms.ts'
import { HOURS } from './hours.ts'
import { KINDS } from './reminder.ts'

const hourField = choiceField(HOURS, 'Choose one of the hours shown.')

/** What is ticked is wanted. Choices of kinds that the page did not show stay as they were. */
export const choiceForm = z.object({
  version: wholeField(0, 1_000_000_000, 'This form is too old. Open the page again.'),
  wanted: ticksField(KINDS, 'Choose from the letters shown.'),
  quietFrom: hourField,
  quietUntil: hourField,
  weekends: ticksField(['yes'], 'Tick it, or leave it.').transform((ticked) => ticked.length > 0),
})
