import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { browserModule } from '../support/browser_module.ts'

type Words = Record<string, string[]>
interface Sheet {
  version: number
  base: Words
  words: Words
  asides: Words
}
interface DraftWords {
  merge: (base: Words, mine: Words, theirs: Words) => { words: Words; clashes: string[] }
  opened: (sheet: Sheet | undefined, version: number, page: Words) => Sheet
  typed: (sheet: Sheet, seen: Words, mine: Words) => Sheet
  recovered: (sheet: Sheet, steps: Words[]) => Sheet
  caughtUp: (sheet: Sheet, before: Words, now: Words) => { words: Words; seen: Words }
  saved: (sheet: Sheet, version: number, words: Words) => Sheet
  overtaken: (sheet: Sheet, server: { version: number; words: Words }) => Sheet
  chosen: (sheet: Sheet, name: string, which: 'mine' | 'theirs') => Sheet
  shown: (sheet: Sheet) => Words
  isUnsaved: (sheet: Sheet) => boolean
  sameWords: (a: Words, b: Words) => boolean
}

const { merge, opened, typed, recovered, caughtUp, saved, overtaken, chosen, shown, isUnsaved, sameWords } =
  await browserModule<DraftWords>('draft_words.js')

const words = fc.dictionary(
  fc.constantFrom('story', 'valued', 'causes', 'phrase'),
  fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }),
)
const all = (kept: Words) => JSON.stringify(kept)

describe('two pages of the same words', () => {
  it('each keep what only they changed', () => {
    const base = { story: ['half'], valued: ['3'] }
    const { words, clashes } = merge(base, { ...base, story: ['half a sentence'] }, { ...base, phrase: ['“Hm.”'] })

    expect(words).toEqual({ story: ['half a sentence'], valued: ['3'], phrase: ['“Hm.”'] })
    expect(clashes).toEqual([])
  })

  it('are put before the person where both changed a field', () => {
    expect(merge({ story: ['a'] }, { story: ['mine'] }, { story: ['theirs'] })).toEqual({
      words: { story: ['theirs'] },
      clashes: ['story'],
    })
  })

  it('come to the same words from both sides, apart from what clashes', () => {
    fc.assert(
      fc.property(words, words, words, (base, mine, theirs) => {
        const [one, other] = [merge(base, mine, theirs), merge(base, theirs, mine)]
        expect(one.clashes.toSorted()).toEqual(other.clashes.toSorted())
        const settled = (kept: Words) =>
          Object.fromEntries(Object.entries(kept).filter(([name]) => !one.clashes.includes(name)))
        expect(sameWords(settled(one.words), settled(other.words))).toBe(true)
      }),
    )
  })

  it('lose nothing that either of them wrote', () => {
    fc.assert(
      fc.property(words, words, words, (base, mine, theirs) => {
        const sheet = overtaken({ version: 1, base, words: mine, asides: {} }, { version: 2, words: theirs })
        for (const [name, values] of Object.entries(mine)) {
          const wasTheirs = sameWords({ [name]: values }, { [name]: base[name] ?? [] })
          if (!wasTheirs)
            expect([all({ n: sheet.words[name] ?? [] }), all({ n: sheet.asides[name] ?? [] })].map(plainly)).toContain(
              plainly(all({ n: values })),
            )
        }
        for (const [name, values] of Object.entries(theirs))
          if (!sameWords({ n: values }, { n: base[name] ?? [] }))
            expect(sameWords({ n: sheet.words[name] ?? [] }, { n: values })).toBe(true)
      }),
    )
  })
})

/** Ticks in any order are the same ticks. */
function plainly(text: string): string {
  return [...text].toSorted().join('')
}

describe('a sheet', () => {
  const empty = opened(undefined, 0, { survey: ['not_asked'] })

  it('follows what is typed on one page', () => {
    const first = typed(empty, shown(empty), { survey: ['not_asked'], story: ['H'] })
    const second = typed(first, shown(first), { survey: ['not_asked'], story: ['Ha'] })

    expect(second.words.story).toEqual(['Ha'])
    expect(second.asides).toEqual({})
    expect(isUnsaved(second)).toBe(true)
    expect(isUnsaved(saved(second, 1, second.words))).toBe(false)
  })

  it('does not let a page that saw older words replace newer ones', () => {
    const seen = shown(empty)
    const newer = typed(empty, seen, { ...seen, story: ['from the first tab'] })
    const both = typed(newer, seen, { ...seen, story: ['from the second'] })

    expect(both.words.story).toEqual(['from the first tab'])
    expect(both.asides).toEqual({ story: ['from the second'] })
    expect(shown(both).story).toEqual(['from the second'])
    expect(chosen(both, 'story', 'mine').words.story).toEqual(['from the second'])
    expect(chosen(both, 'story', 'theirs').words.story).toEqual(['from the first tab'])
    expect(chosen(both, 'story', 'mine').asides).toEqual({})
  })

  it('goes on taking down what is typed while a choice is open', () => {
    const open: Sheet = { version: 1, base: {}, words: { story: ['theirs'] }, asides: { story: ['mine'] } }
    const later = typed(open, shown(open), { story: ['mine, longer'], phrase: ['Hm'] })

    expect(later).toMatchObject({ words: { story: ['theirs'], phrase: ['Hm'] }, asides: { story: ['mine, longer'] } })
  })

  it('keeps the words of a choice that is open on another page only', () => {
    const open: Sheet = { version: 1, base: {}, words: { story: ['theirs'] }, asides: { story: ['mine'] } }
    const later = typed(open, { story: ['theirs'] }, { story: ['theirs'], phrase: ['Hm'] })

    expect(later).toMatchObject({ words: { story: ['theirs'], phrase: ['Hm'] }, asides: { story: ['mine'] } })
  })

  it('takes over what a newer page shows and stands against an older one', () => {
    const mine = saved(typed(empty, shown(empty), { story: ['mine'] }), 4, { story: ['mine'] })

    expect(opened(mine, 5, { story: ['mine'], phrase: ['theirs'] }).words).toEqual({
      story: ['mine'],
      phrase: ['theirs'],
    })
    expect(opened(mine, 2, { story: ['old'] })).toEqual(mine)
  })
})

describe('a page that is closed before its last words are kept', () => {
  const sheetOf = (kept: Words): Sheet => ({ version: 1, base: {}, words: kept, asides: {} })

  it('has lost none of them, however far the device had come', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), fc.nat(2), (steps, came) => {
        const kept = steps[Math.min(came, steps.length - 1)] ?? {}
        const again = recovered(recovered(sheetOf(kept), steps), steps)

        expect(again.asides).toEqual({})
        expect(sameWords(again.words, steps.at(-1) ?? {})).toBe(true)
      }),
    )
  })

  it('replaces nothing that another page has written since', () => {
    const sheet = recovered(sheetOf({ story: ['Half a sentence'], valued: ['2'] }), [{}, { story: ['Half'] }])

    expect(sheet).toMatchObject({ words: { story: ['Half a sentence'], valued: ['2'] }, asides: { story: ['Half'] } })
  })
})

describe('letters that come while the device is asked', () => {
  it('stay in the form, beside what the sheet says of the other fields', () => {
    const sheet: Sheet = { version: 2, base: {}, words: { story: ['Ha'], phrase: ['“Hm.”'] }, asides: {} }

    expect(caughtUp(sheet, { story: ['Ha'] }, { story: ['Half'] })).toEqual({
      words: { story: ['Half'], phrase: ['“Hm.”'] },
      seen: { story: ['Ha'], phrase: ['“Hm.”'] },
    })
  })

  it('are all shown or put before the person, and nothing of the sheet is dropped', () => {
    fc.assert(
      fc.property(words, words, words, (kept, before, now) => {
        const sheet = opened(undefined, 1, kept)
        const caught = caughtUp(sheet, before, now)
        const next = typed(sheet, caught.seen, caught.words)
        for (const name of ['story', 'valued', 'causes', 'phrase']) {
          const [typedSince, here] = [!sameWords(one(before, name), one(now, name)), one(now, name)]
          const stands = [one(next.words, name), one(shown(next), name)]
          if (typedSince) expect(stands.some((words) => sameWords(words, here))).toBe(true)
          if (!typedSince || !sameWords(one(kept, name), one(before, name)))
            expect(sameWords(one(next.words, name), one(kept, name))).toBe(true)
        }
      }),
    )
  })
})

function one(words: Words, name: string): Words {
  return { n: words[name] ?? [] }
}
