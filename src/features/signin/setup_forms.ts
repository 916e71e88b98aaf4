import { z } from 'zod'
import { textField, ticksField } from '../../platform/web/forms.ts'
import { emailField } from '../members/forms.ts'
import { ROLES } from '../members/member.ts'
import { foundingFields } from '../members/organisation_forms.ts'

export const setUpForm = z
  .object({
    organisation: textField(120, 'Write the company’s name.'),
    ...foundingFields,
    name: textField(120, 'Write your name.'),
    email: emailField,
    roles: ticksField(ROLES, 'Choose from the roles shown.').refine((roles) => roles.includes('admin'), {
      error: 'Somebody has to be the admin: leave that one ticked.',
    }),
  })
  .transform(({ organisation, name, email, roles, ...rest }) => ({
    founding: { name: organisation, ...rest },
    person: { name, email, roles },
  }))
