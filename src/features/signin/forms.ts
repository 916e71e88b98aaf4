import { z } from 'zod'
import { textField } from '../../platform/web/forms.ts'
import { emailField } from '../members/forms.ts'
import { readCode } from './code.ts'

export const emailForm = z.object({ email: emailField })

/** What cannot be a code is not counted as a try. */
export const codeForm = z.object({
  code: textField(40, 'Type the six digits from the letter.').refine((code) => readCode(code) !== undefined, {
    error: 'The code has six digits. Look at the letter again.',
  }),
})
