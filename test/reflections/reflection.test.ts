import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applies, gotThrough } from '../../src/features/reflections/applies.ts'
import { FIELD_NAMES, type FieldName } from '../../src/features/reflections/fields.ts'
import { complaintsAbout, complete, type Given } from '../../src/features/reflections/reflection.ts'
import { anyGiven, day, mailTerms, nobodyReached, noraReached, phoneTerms } from './answers.ts'

describe('a reflection', () => {
  it('is complete when every question that applies is answered', () => {
    expect(complete(noraReached, phoneTerms)).toEqual(noraReached)
    expect(complete(nobodyReached, phoneTerms)).toEqual(nobodyReached)
  })

  it('asks for everything that applies and for the story, and for no other text', () => {
    expect(Object.keys(complaintsAbout({ reached: 'person' }, phoneTerms))).toEqual([
      'contacted_on',
      'daypart',
      'wait',
      'transfers',
      'repeated',
      'addressed',
      'correct',
      'escalation',
      'promise',
      'survey',
      'standard_quick',
      'standard_clear',
      'valued',
      'acknowledged',
      'pride',
      'business',
      'story',
      'cover',
    ])
  })

  it('does not ask what hangs on getting through before it knows about that', () => {
    const complaints = complaintsAbout({ ...noraReached, reached: null, wait: null, correct: null }, phoneTerms)

    expect(Object.keys(complaints)).toEqual(['reached'])
  })

  it('counts not getting through against us', () => {
    const kept = complete({ ...noraReached, reached: 'gave_up' }, phoneTerms)

    expect(kept).toMatchObject({ addressed: 'no', correct: null, acknowledged: null, transfers: null, repeated: null })
    expect(kept).toMatchObject({ wait: '3_to_10', valued: 2, pride: 3 })
  })

  it('takes a bot for somebody, without a wait or a transfer', () => {
    const kept = complete({ ...noraReached, reached: 'bot' }, phoneTerms)

    expect(kept).toMatchObject({ wait: null, transfers: null, correct: 'yes', acknowledged: 2, repeated: 'yes' })
  })

  it('refuses “not needed” where what one came for was not dealt with', () => {
    const unmet: Given = { ...noraReached, addressed: 'no', escalation: 'not_needed' }

    expect(complaintsAbout(unmet, phoneTerms).escalation).toMatch(/was needed/)
    expect(
      complaintsAbout({ ...noraReached, reached: 'no_answer', escalation: 'not_needed' }, phoneTerms),
    ).toHaveProperty('escalation')
    expect(complaintsAbout({ ...noraReached, escalation: 'not_needed' }, phoneTerms)).toEqual({})
  })

  it('counts minutes on live channels and days on written ones', () => {
    expect(complaintsAbout({ ...noraReached, wait: '2_to_3' }, phoneTerms)).toHaveProperty('wait')
    expect(complaintsAbout({ ...noraReached, wait: '2_to_3', standards: {} }, mailTerms)).toEqual({})
    expect(complaintsAbout({ ...noraReached, wait: '1_to_3' }, mailTerms)).toHaveProperty('wait')
  })

  it('waits for an answer by mail as long as the touchpoint promises one', () => {
    const silent: Given = { ...nobodyReached, contactedOn: '2026-06-10', wait: '2_to_3' }

    expect(complaintsAbout(silent, mailTerms).reached).toMatch(/still have time/)
    expect(complaintsAbout(silent, { ...mailTerms, today: day('2026-06-12') })).toEqual({})
    expect(complaintsAbout({ ...silent, reached: 'gave_up' }, mailTerms)).toEqual({})
  })

  it('refuses a day that has not come, lies before the window, or is none', () => {
    const at = (contactedOn: string) => complaintsAbout({ ...noraReached, contactedOn }, phoneTerms).contacted_on

    expect(at('2026-06-12')).toMatch(/not come yet/)
    expect(at('2026-06-08')).toMatch(/before your window/)
    for (const none of ['', '2026-02-30', '11 June', '2026-06-11T10:42', '+275760-09-13']) {
      expect(at(none)).toMatch(/which day/)
    }
  })

  it('refuses values nobody offered, in any field', () => {
    const forged = { ...noraReached, valued: 6, pride: 0, cover: 'gone', causes: ['Karin'] } as unknown as Given

    expect(Object.keys(complaintsAbout(forged, phoneTerms))).toEqual(['valued', 'pride', 'causes', 'cover'])
    expect(complaintsAbout({ ...noraReached, reached: 'toString' } as unknown as Given, phoneTerms)).toHaveProperty(
      'reached',
    )
  })

  it('keeps texts to a page and says so', () => {
    expect(complaintsAbout({ ...noraReached, unsaid: 'x'.repeat(2001) }, phoneTerms).unsaid).toMatch(/2,000/)
  })

  it('keeps only the standards that were asked', () => {
    const kept = complete({ ...noraReached, standards: { ...noraReached.standards, other: 'met' } }, phoneTerms)

    expect(Object.keys(kept.standards)).toEqual(['quick', 'clear'])
  })
})

describe('any reflection that is accepted', () => {
  const accepted = (work: (given: Given) => void) =>
    fc.assert(
      fc.property(anyGiven, (given) => {
        fc.pre(Object.keys(complaintsAbout(given, phoneTerms)).length === 0)
        work(given)
      }),
    )

  it('has an answer exactly where the question applies', () => {
    accepted((given) => {
      const kept = complete(given, phoneTerms)
      for (const name of FIELD_NAMES.filter((each) => each !== 'addressed')) {
        expect(kept[name] !== null).toBe(applies(name, kept.reached))
      }
      expect(gotThrough(kept.reached) || kept.addressed === 'no').toBe(true)
    })
  })

  it('never says “not needed” about a concern that was not dealt with', () => {
    accepted((given) => {
      const kept = complete(given, phoneTerms)
      expect(kept.escalation === 'not_needed' && kept.addressed === 'no').toBe(false)
    })
  })

  it('stays the same when it is read again, whatever stood where nothing was asked', () => {
    accepted((given) => {
      const kept = complete(given, phoneTerms)
      const unasked = FIELD_NAMES.filter((name) => kept[name] === null)
      const noise = Object.fromEntries(unasked.map((name: FieldName) => [name, 'noise'])) as Given

      expect(complete(kept, phoneTerms)).toEqual(kept)
      expect(complete({ ...given, ...noise }, phoneTerms)).toEqual(kept)
    })
  })

  it('costs as many answers to say something bad as to say something good', () => {
    const worst: Given = { ...noraReached, valued: 1, pride: 1, acknowledged: 1, business: 'no', correct: 'no' }
    const best: Given = { ...noraReached, valued: 5, pride: 5, acknowledged: 5, business: 'yes' }

    expect(complaintsAbout(worst, phoneTerms)).toEqual({})
    expect(complaintsAbout(best, phoneTerms)).toEqual({})
  })
})
