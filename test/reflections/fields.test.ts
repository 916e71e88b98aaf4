import { describe, expect, it } from 'vitest'
import { leavesOut, offered } from '../../src/features/reflections/applies.ts'
import { choicesOf, tempoOf, wordsOf } from '../../src/features/reflections/choices.ts'
import { FIELD_NAMES, FIELDS, FILLED_IN, formName, TEXT_NAMES } from '../../src/features/reflections/fields.ts'
import { CHANNELS } from '../../src/features/touchpoints/touchpoint.ts'

describe('the fields of a reflection', () => {
  it('ask for facts first, feelings second and meaning last', () => {
    expect(FIELD_NAMES.map(formName)).toEqual([
      ...['contacted_on', 'daypart', 'reached', 'wait', 'transfers', 'repeated', 'addressed', 'correct', 'escalation'],
      ...['promise', 'survey', 'standards', 'valued', 'acknowledged', 'pride', 'business', 'business_reason'],
      ...['well_done', 'story', 'phrase', 'belief', 'causes', 'unsaid', 'cover', 'cover_reason'],
    ])
    expect([...new Set(FIELD_NAMES.map((name) => FIELDS[name].step))]).toEqual(['facts', 'feelings', 'meaning'])
  })

  it('fill in facts beforehand, never an opinion', () => {
    for (const name of Object.keys(FILLED_IN) as (keyof typeof FILLED_IN)[]) expect(FIELDS[name].kind).toBe('fact')
  })

  it('have no place for an employee’s name', () => {
    expect(FIELD_NAMES.join(' ')).not.toMatch(/agent|employee|name/i)
    expect(TEXT_NAMES[1]).toBe('wellDone')
  })

  it('say the bad answer in as few words as the good one', () => {
    expect(choicesOf('pride', 'live').map((choice) => choice.words)).toEqual([
      'embarrassed',
      '',
      'in between',
      '',
      'proud',
    ])
    expect(wordsOf('valued', 1, 'live')).toBe('1, a nuisance')
    expect(wordsOf('valued', 2, 'live')).toBe('2')
    expect(wordsOf('transfers', 1, 'live')).toBe('Once')
    expect(wordsOf('wait', null, 'live')).toBe('')
  })

  it('know mail and forms from live channels', () => {
    expect(CHANNELS.filter((channel) => tempoOf(channel) === 'live')).toEqual(['phone', 'chat', 'app', 'shop'])
  })

  it('leave “not needed” out where a way to take it further was needed', () => {
    const values = (given: Parameters<typeof offered>[2]) =>
      offered('escalation', 'live', given).map((choice) => choice.value)

    expect(values({ reached: 'person', addressed: 'yes' })).toContain('not_needed')
    expect(values({ reached: 'person', addressed: 'no' })).not.toContain('not_needed')
    expect(values({ reached: 'gave_up' })).not.toContain('not_needed')
    expect(leavesOut('acknowledged')).toEqual(['gave_up', 'no_answer'])
    expect(leavesOut('transfers')).toEqual(['bot', 'gave_up', 'no_answer'])
  })
})
