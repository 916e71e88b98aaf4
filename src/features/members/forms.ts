import { z } from 'zod'
import { isZone } from '../../lib/days.ts'
import { COUNTRIES, LANGUAGES } from '../../lib/regions.ts'
import { choiceField, dayField, textField, ticksField } from '../../platform/web/forms.ts'
import { ROLES } from './member.ts'

export const emailField = textField(254, 'Write the e-mail address.').refine(
  (email) => /^[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+$/.test(email),
  {
    error: 'Write an e-mail address like nora@northwind.example.',
  },
)

export const memberForm = z.object({
  name: textField(120, 'Write the name.'),
  email: emailField,
  jobTitle: textField(120),
  department: textField(120),
  country: choiceField(COUNTRIES, 'Choose a country.'),
  timeZone: textField(60, 'Choose a time zone.').refine(isZone, { error: 'Choose a time zone like Europe/London.' }),
  languages: ticksField(LANGUAGES, 'Choose from the languages shown.').refine((chosen) => chosen.length > 0, {
    error: 'Choose at least one language.',
  }),
  joinedOn: dayField('Write the day as a date, for example 2026-03-01.'),
  roles: ticksField(ROLES, 'Choose from the roles shown.').refine((chosen) => chosen.length > 0, {
    error: 'Choose at least one role.',
  }),
})

export const departmentForm = z.object({ name: textField(120, 'Write the department’s name.') })
