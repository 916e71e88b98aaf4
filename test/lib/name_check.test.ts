import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkText } from '../../src/lib/name_check.ts'
import { reworded } from '../../src/lib/rewording.ts'
import { FRESH } from './fresh_sentences.ts'
import { HELD_OUT, INDEPENDENT } from './independent_sentences.ts'
import { LABELLED } from './labelled_sentences.ts'
import { TRICKY } from './tricky_sentences.ts'

const words = (sentence: string) => checkText(sentence).map((finding) => finding.words)

type Labelled = readonly { sentence: string; marked: readonly string[] }[]

/** What was found rightly, of all that was found and of all that was to be found. A part counts where one covers the other. */
function measure(sentences: Labelled) {
  const meets = (a: string, b: string) => a.includes(b) || b.includes(a)
  const found = sentences.flatMap(({ sentence, marked }) =>
    words(sentence).map((one) => marked.some((part) => meets(one, part))),
  )
  const wanted = sentences.flatMap(({ sentence, marked }) =>
    marked.map((part) => words(sentence).some((one) => meets(one, part))),
  )
  const share = (all: boolean[]) => all.filter(Boolean).length / all.length

  return { precision: share(found), recall: share(wanted) }
}

/**
 * The rules were made with the first set in sight. The second was written and measured without knowing them, then used to improve
 * them. The third was held back then. The fourth was written to break what had come of it; the fifth beside the fourth, held back: no
 * rule was changed after it was looked at. The library compromise, asked for people in the fourth and the fifth, reached precision
 * 0.66 and 0.94, recall 0.38 and 0.53; plain rules are kept.
 */
const SETS: readonly { name: string; sentences: Labelled; atLeast: number; least: number; alarmsKnown?: string[] }[] = [
  { name: 'first set (seen while the rules were made)', sentences: LABELLED, atLeast: 200, least: 0.97 },
  {
    name: 'independent set (first measured at precision 0.986, recall 0.867; used to improve)',
    sentences: INDEPENDENT,
    atLeast: 120,
    least: 0.97,
  },
  {
    name: 'held-back set (before the improvement: precision 1.000, recall 0.774)',
    sentences: HELD_OUT,
    atLeast: 60,
    least: 0.95,
  },
  {
    name: 'tricky set (first measured at precision 0.829, recall 0.580; used to improve)',
    sentences: TRICKY,
    atLeast: 200,
    least: 0.97,
  },
  {
    name: 'fresh set, held back (before the improvement: precision 0.940, recall 0.728)',
    sentences: FRESH,
    atLeast: 150,
    least: 0.95,
    alarmsKnown: [
      'The meter stood at 034512 and they wrote 034521.',
      'The Beatles on hold, and after that Adele for nine minutes.',
    ],
  },
]

describe.each(SETS)('the name check over the $name', ({ name, sentences, atLeast, least, alarmsKnown = [] }) => {
  it('has enough sentences of both kinds', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(atLeast)
    expect(sentences.filter(({ marked }) => marked.length === 0).length).toBeGreaterThanOrEqual(atLeast / 2)
    expect(sentences.filter(({ sentence, marked }) => !marked.every((part) => sentence.includes(part)))).toEqual([])
  })

  it('reports its precision and recall, and both stay high', () => {
    const { precision, recall } = measure(sentences)
    process.stdout.write(
      `name check, ${name}, ${sentences.length} sentences: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
    )
    expect(precision).toBeGreaterThanOrEqual(least)
    expect(recall).toBeGreaterThanOrEqual(least)
  })

  it('raises no alarm on ordinary sentences', () => {
    const alarms = sentences.filter(({ sentence, marked }) => marked.length === 0 && words(sentence).length > 0)
    expect(alarms.map(({ sentence }) => sentence)).toEqual(alarmsKnown)
  })
})

describe('the name check', () => {
  it('marks who answers on a network, and not the company itself', () => {
    const known = { names: ['Northwind Energy'], prepared: [] }
    expect(checkText('@northwindenergy sent me to @anna_helps.', known).map(({ words }) => words)).toEqual([
      '@anna_helps',
    ])
  })

  it('knows the company’s own leaders and touchpoints', () => {
    const known = { names: ['Nora Lindqvist', 'Victoria desk'], prepared: [] }
    expect(checkText('I told Nora about the Victoria desk, and Lindqvist agreed.', known)).toEqual([])
  })

  it('marks the prepared details of the test customer', () => {
    const known = { names: [], prepared: ['Karin Holm', '14 Alder Road'] }
    expect(checkText('They had “14 alder road” on file.', known).map(({ kind }) => kind)).toEqual(['prepared'])
  })

  it('offers other words that fit into the sentence', () => {
    const other = (text: string) => reworded(text, checkText(text))

    expect(other('Sarah from billing gave me 0808 157 0342.')).toBe(
      'The person I spoke with from billing gave me a phone number.',
    )
    expect(other('I spoke to Sarah. Tomasz’s tone was cold.')).toBe('I spoke to somebody. Their tone was cold.')
    expect(other('Then Mrs Jensen passed me to Marek, and Mrs Jensen left.')).toBe(
      'Then the person I spoke with passed me to another person, and the person I spoke with left.',
    )
    expect(other('“My name is Zuzana.”')).toBe('“My name is ….”')
    expect(other('Parcel no. RR123456785GB is lost, and François’ mail was cold.')).toBe(
      'Parcel no. … is lost, and their mail was cold.',
    )
    expect(other('Nothing to say otherwise.')).toBe('Nothing to say otherwise.')
  })

  it('finds nothing in the words it offers', () => {
    for (const { sentence } of SETS.flatMap(({ sentences }) => sentences)) {
      const offered = reworded(sentence, checkText(sentence))
      expect(checkText(offered), offered).toEqual([])
    }
  })

  it('marks the title with the name, and the number of whoever works there', () => {
    expect(words('Then a Mr van den Berg took over from Dr Weiss.')).toEqual(['Mr van den Berg', 'Dr Weiss'])
    expect(words('Ring extension 4417 and ask for agent ID 55207.')).toEqual(['4417', '55207'])
    expect(words('The desk 3 of 5 was open; 300 agents, 120 of them new.')).toEqual([])
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
