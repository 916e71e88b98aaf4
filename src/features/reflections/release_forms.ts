import { repeatedField, textField, versionForm } from '../../platform/web/forms.ts'

export const holdForm = versionForm.extend({ note: textField(5000) })

/** The words the check found, ticked, and any others as they stand. */
export const maskingForm = versionForm.extend({ found: repeatedField(200, 2000), words: textField(2000) })
