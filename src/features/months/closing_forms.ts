import { z } from 'zod'
import { textField } from '../../platform/web/forms.ts'

const month = z.string({ error: 'Choose a month.' }).regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'Choose a month.' })

export const delayForm = z.object({
  month,
  until: z.string({ error: 'Choose a day.' }).regex(/^\d{4}-\d\d-\d\d$/, { error: 'Choose a day.' }),
  reason: textField(500, 'Say why, for everybody who waits for the month.'),
})

/** `about` is one of the choices offered: "all", or a breakdown and a slice. */
export function erratumForm(spans: readonly string[], abouts: readonly string[], measures: readonly string[]) {
  const oneOf = (choices: readonly string[], wrong: string) =>
    z.string({ error: wrong }).refine((chosen) => choices.includes(chosen), { error: wrong })

  return z.object({
    span: oneOf(spans, 'Choose one of the spans that were published.'),
    about: oneOf(abouts, 'Choose which figures it is about.'),
    measure: oneOf(measures, 'Choose one of the measures shown.'),
    words: textField(1000, 'Say what is wrong with the number.'),
  })
}
