import { describe, expect, it } from 'vitest'
import {
  changedParts,
  keptDetails,
  type ScenarioWords,
  scenarioComplaints,
} from '../../src/features/scenarios/scenario.ts'

const words: ScenarioWords = {
  errand: 'Ask why a bill has doubled.',
  coverStory: 'Your bill has doubled.',
  openingLine: 'My bill has doubled. Why?',
  ifAsked: 'The prepared details.',
  never: 'Never pay.',
  afterwards: 'Nothing to cancel.',
  details: [{ label: 'Name', value: 'Karin Holm' }],
}

describe('a scenario', () => {
  it('is complete before it can be given to a leader', () => {
    expect(scenarioComplaints('Bill has doubled', words)).toEqual({})
    const empty = scenarioComplaints('', {
      ...words,
      errand: '',
      coverStory: ' ',
      openingLine: '',
      ifAsked: '',
      never: '',
      afterwards: '',
    })
    expect(Object.keys(empty)).toEqual([
      'title',
      'errand',
      'coverStory',
      'openingLine',
      'ifAsked',
      'never',
      'afterwards',
    ])
  })

  it('has a title that fits the rotation, letters counted as a reader counts them', () => {
    expect(scenarioComplaints('x'.repeat(22), words)).toHaveProperty('title')
    expect(scenarioComplaints('é'.normalize('NFD').repeat(21), words)).toEqual({})
  })

  it('keeps texts to a length that is read', () => {
    expect(scenarioComplaints('Bill', { ...words, coverStory: 'x'.repeat(1201) })).toHaveProperty('coverStory')
  })

  it('wants both halves of a prepared detail', () => {
    expect(scenarioComplaints('Bill', { ...words, details: [{ label: 'Name', value: '' }] })).toEqual({
      details: '“Name” stands alone: each detail needs what it is and what to say.',
    })
    expect(
      scenarioComplaints('Bill', { ...words, details: Array(11).fill({ label: 'a', value: 'b' }) }),
    ).toHaveProperty('details')
  })

  it('drops the empty rows of a form', () => {
    expect(
      keptDetails([
        { label: ' Name ', value: 'Karin ' },
        { label: ' ', value: '' },
      ]),
    ).toEqual([{ label: 'Name', value: 'Karin' }])
  })

  it('knows what a change changed', () => {
    expect(changedParts(words, { ...words, details: [{ label: 'Name', value: 'Karin Holm' }] })).toEqual([])
    expect(changedParts(words, { ...words, never: 'Never sign.', details: [] })).toEqual([
      'What never to do',
      'Prepared details',
    ])
  })
})
