import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { predictions, reflections } from '../../src/platform/db/tables.ts'
import { anyCharacter } from '../support/any_character.ts'
import { assign } from '../support/errands.ts'
import type { House } from '../support/house.ts'
import { FORM, openHouseAfterContact } from '../support/reflection_form.ts'

let house: House
beforeAll(async () => {
  house = await openHouseAfterContact()
  for (const id of ['unstarted', 'drafted', 'kept']) assign(house, { id })
})

/** Anything a field can hold: what the form offers, what no form offers, Unicode of every kind, and the same field twice. */
const word = fc.oneof(
  fc.constantFrom(...Object.values(FORM).flat(), 'gave_up', 'bot', 'not_needed', '', '0', '-1', '1e9', '2026-02-30'),
  fc.string({ unit: anyCharacter, maxLength: 40 }),
)
const value = fc.oneof({ weight: 6, arbitrary: word }, { weight: 1, arbitrary: fc.array(word, { maxLength: 3 }) })
const anyForm = fc.dictionary(
  fc.constantFrom(
    ...Object.keys(FORM),
    'version',
    'causes',
    'anyway',
    '__proto__',
    'constructor',
    'predicted_valued',
    'mood',
  ),
  value,
  { noNullPrototype: true },
)

describe('whatever is posted', () => {
  for (const url of ['bill/reflection', 'drafted/draft', 'unstarted/prediction', 'kept/decline'])
    it(`to ${url} is answered with words, and nothing is half-written`, async () => {
      await fc.assert(
        fc.asyncProperty(anyForm, async (form) => {
          const answer = await house.post('nora', `/assignments/${url}`, { ...FORM, ...form })

          expect([303, 409, 422]).toContain(answer.statusCode)
        }),
        { numRuns: 60 },
      )
      expect(house.db.select().from(reflections).all().length).toBeLessThan(2)
      expect(house.db.select().from(predictions).all().length).toBeLessThan(3)
    })
})
