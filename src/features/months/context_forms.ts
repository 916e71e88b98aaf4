import { z } from 'zod'
import { textField } from '../../platform/web/forms.ts'

/** `sure`: its author has seen what may name somebody, and is sure that it names nobody. */
export const contextForm = z.object({ words: textField(5000), sure: textField(3) })
