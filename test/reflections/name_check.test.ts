import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkText, reworded } from '../../src/features/reflections/name_check.ts'
import { LABELLED } from './labelled_sentences.ts'

const words = (sentence: string) => checkText(sentence).map((finding) => finding.words)

describe('the name check over the labelled sentences', () => {
  const right = LABELLED.flatMap(({ sentence, marked }) => marked.filter((part) => words(sentence).includes(part)))
  const found = LABELLED.flatMap(({ sentence }) => words(sentence))
  const wanted = LABELLED.flatMap(({ marked }) => marked)

  it('has enough of them, of both kinds', () => {
    expect(LABELLED.length).toBeGreaterThanOrEqual(200)
    expect(LABELLED.filter(({ marked }) => marked.length === 0).length).toBeGreaterThanOrEqual(100)
  })

  it('reports its precision and recall, and both stay high', () => {
    const [precision, recall] = [right.length / found.length, right.length / wanted.length]
    process.stdout.write(
      `name check, ${LABELLED.length} sentences: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
    )
    expect(precision).toBeGreaterThanOrEqual(0.97)
    expect(recall).toBeGreaterThanOrEqual(0.97)
  })

  it('raises no alarm on an ordinary sentence', () => {
    expect(LABELLED.filter(({ sentence, marked }) => marked.length === 0 && words(sentence).length > 0)).toEqual([])
  })
})

describe('the name check', () => {
  it('knows the company’s own leaders and touchpoints', () => {
    const known = { names: ['Nora Lindqvist', 'Victoria desk'], prepared: [] }
    expect(checkText('I told Nora about the Victoria desk, and Lindqvist agreed.', known)).toEqual([])
  })

  it('marks the prepared details of the test customer', () => {
    const known = { names: [], prepared: ['Karin Holm', '14 Alder Road'] }
    expect(checkText('They had “14 alder road” on file.', known).map(({ kind }) => kind)).toEqual(['prepared'])
  })

  it('offers other words', () => {
    const text = 'Sarah from billing gave me 0808 157 0342.'
    expect(reworded(text, checkText(text))).toBe('the person I spoke with from billing gave me a phone number.')
  })

  it('reads any text to its end, and its findings lie in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const found = checkText(text)
        found.forEach((finding, i) => {
          expect(text.slice(finding.from, finding.to)).toBe(finding.words)
          expect(finding.from).toBeGreaterThanOrEqual(found[i - 1]?.to ?? 0)
        })
      }),
    )
  })

  it('takes a text of twenty thousand characters without stumbling', () => {
    expect(checkText(`${'I spoke to Sarah. '.repeat(1100)}`)).toHaveLength(1100)
    expect(checkText('1'.repeat(20_000))).toHaveLength(1)
  })
})
