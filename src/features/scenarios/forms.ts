import { z } from 'zod'
import { LANGUAGES } from '../../lib/regions.ts'
import { choiceField, repeatedField, textField, ticksField } from '../../platform/web/forms.ts'
import { detailsIn, keptDetails, LONGEST_TEXT, PURPOSES } from './scenario.ts'

/** Room for what is too long by a little: the rule says how long a text may be, and it counts letters, not code units. */
const text = textField(LONGEST_TEXT * 4)

/** What is missing or too long is said by the rule (scenarioComplaints), whoever saves. */
export const scenarioForm = z
  .object({
    title: textField(200),
    purpose: choiceField(PURPOSES, 'Choose what the errand is for.'),
    errand: text,
    coverStory: text,
    openingLine: text,
    ifAsked: text,
    never: text,
    afterwards: text,
    languages: ticksField(LANGUAGES, 'Choose from the languages shown.').refine((chosen) => chosen.length > 0, {
      error: 'Choose at least one language.',
    }),
    touchpointIds: repeatedField(500, 60).transform((ids) => [...new Set(ids)]),
    detailLabel: repeatedField(50, 2000),
    detailValue: repeatedField(50, 2000),
  })
  .transform(({ detailLabel, detailValue, ...rest }) => ({
    ...rest,
    details: keptDetails(detailsIn({ detailLabel, detailValue })),
  }))
