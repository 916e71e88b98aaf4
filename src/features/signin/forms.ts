import { z } from 'zod'
import { textField } from '../../platform/web/forms.ts'
import { emailField } from '../members/forms.ts'

export const emailForm = z.object({ email: emailField })

export const codeForm = z.object({ code: textField(40, 'Type the six digits from the letter.') })
