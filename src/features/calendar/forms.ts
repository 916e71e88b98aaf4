import { z } from 'zod'
import { textField } from '../../platform/web/forms.ts'

export const feedForm = z.object({
  name: textField(60, 'Write which device it is for, for example Phone.').refine((name) => !/\p{Cc}/u.test(name), {
    error: 'Keep the name to one line.',
  }),
})
