import { z } from 'zod'
import { textField, tickField } from '../../platform/web/forms.ts'

/** `settled`: its author has seen what may name somebody, and says that it names nobody. */
export const contextForm = z.object({ words: textField(5000), settled: tickField() })
