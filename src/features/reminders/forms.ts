import { choiceField, tickField, ticksField, versionForm } from '../../platform/web/forms.ts'
import { HOURS } from './hours.ts'
import { KINDS } from './reminder.ts'

const hourField = choiceField(HOURS, 'Choose one of the hours shown.')

/** What is ticked is wanted. Choices of kinds that the page did not show stay as they were. */
export const choiceForm = versionForm.extend({
  wanted: ticksField(KINDS, 'Choose from the letters shown.'),
  quietFrom: hourField,
  quietUntil: hourField,
  weekends: tickField(),
})
