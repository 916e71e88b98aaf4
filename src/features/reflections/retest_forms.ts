import { typedOf } from '../../platform/web/forms.ts'
import { RETEST_CHOICES, type RetestAnswer, retestOf } from './retest.ts'

/** What was answered, by question; anything else that was sent is no answer, for the question is optional. */
export function readRetests(body: unknown): Map<string, RetestAnswer> {
  const answers = Object.entries(typedOf(body)).flatMap(([name, value]) => {
    const choice = RETEST_CHOICES.find((one) => one.value === value)
    const id = retestOf(name)
    return choice && id ? [[id, choice.value] as const] : []
  })

  return new Map(answers)
}
