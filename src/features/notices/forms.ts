import { z } from 'zod'
import { readForm, repeatedField, textField, tickField, versionForm } from '../../platform/web/forms.ts'
import { readQuote } from './heard.ts'

/** Longer than may be kept, so that no word is cut before the rule has spoken. */
export const noticeForm = versionForm.extend({ words: textField(100_000) })

export const beginForm = z.object({
  touchpoint: textField(60, 'Choose a touchpoint.'),
  quarter: textField(20, 'Choose a quarter.'),
})

const settled = tickField()

const heardForm = versionForm.extend({
  opening: textField(20_000),
  praise: repeatedField(100, 100),
  hard: repeatedField(100, 100),
  followups: repeatedField(100, 60),
  settled,
})

export function readHeard(body: unknown) {
  const { praise, hard, followups, ...rest } = readForm(heardForm, body)
  const quotes = [
    ...praise.flatMap((key) => readQuote(key, 'praise') ?? []),
    ...hard.flatMap((key) => readQuote(key, 'hard') ?? []),
  ]

  return { ...rest, quotes, followupIds: [...new Set(followups)] }
}

export const replyForm = z.object({ words: textField(20_000), settled })
