/** A review as a report: the summary, the sections in the order a lead chose, and how to read it. Every format is written from this. */

import { dayInWords, listed } from '../../lib/words.ts'
import type { Fact, Report, Section } from '../../platform/files/report.ts'
import { erratumAbout, erratumNote } from '../months/erratum.ts'
import { EVERY_MEASURE } from '../months/every_measure.ts'
import { monthNamer, monthsOfYears } from '../months/month_words.ts'
import { CAVEAT, LUCK_ALONE } from '../months/verdict.ts'
import { chartSections } from './chart_sections.ts'
import { expectationSection } from './expectation_section.ts'
import { figuresSection, participationSection } from './figure_sections.ts'
import type { Material, PutRight } from './material.ts'
import type { Reading } from './reading.ts'
import { SECTIONS, type SectionKey } from './review.ts'
import { followupsSection, storiesSection, summarySection } from './word_sections.ts'

export function reviewReport(material: Material): Report {
  const name = monthNamer(material.locale)
  const reading: Reading = { ...material, name, span: monthsOfYears(material.months, name) }

  return {
    title: 'What it was like to be our customer',
    subtitle: `${material.organisation} · quarterly review · ${reading.span}`,
    locale: material.locale,
    draft: true,
    caveat: CAVEAT,
    facts: factsOf(reading),
    sections: [
      { title: 'Summary', blocks: summarySection(reading) },
      ...material.sections.flatMap((key) => sectionOf(key, reading)),
      { title: 'Method and caveats', blocks: methodBlocks(reading) },
      { title: 'How measures are counted', blocks: countedBlocks() },
    ],
    notes: material.errata.map(({ span, breakdown, slice, ...erratum }) => {
      return { span, breakdown, slice, words: erratumNote(erratum) }
    }),
  }
}

/** Sections with nothing to show say so, so that nobody takes silence for nothing wrong. */
function sectionOf(key: SectionKey, reading: Reading): Section[] {
  const blocks = {
    figures: figuresSection,
    expectation: expectationSection,
    participation: participationSection,
    stories: storiesSection,
    followups: followupsSection,
    ...chartSections,
  }[key](reading)

  return [{ title: SECTIONS[key], blocks }]
}

function factsOf({ quarter, edition, corrects }: Reading): Fact[] {
  return [
    { label: 'Quarter', value: quarter },
    { label: 'Version', value: String(edition) },
    ...(corrects ? [{ label: 'Corrects', value: corrects }] : []),
  ]
}

function methodBlocks({ smallestGroup, errata, charted, name, locale }: Reading): Section['blocks'] {
  const since = charted[0]
  const texts = [
    CAVEAT,
    'Leaders contact the company as customers would, without saying who they are, and write down afterwards what it was like. What they expected is sealed before. Contacts whose cover was blown count as having taken part, and nowhere else.',
    'Every share stands with its count and its 95% interval (Wilson). Two quarters are compared by the interval of their difference (Newcombe, method 10), at 95% for the measure that leads and at 99% for all others, because many measures make chance findings. Fewer than five contacts on either side are too few to tell, and “no clear change” is not “no change”.',
    LUCK_ALONE,
    `Numbers are shared where at least ${smallestGroup} leaders stand behind them and none of them makes more than half; what has to be hidden besides, so that no smaller group can be worked out, says “withheld” too. All numbers are of closed months and never change.`,
    ...(since
      ? [
          `Charts begin with ${name(since).full}. From twelve months on they are control charts (XmR) with the rules of NHS England’s “Making Data Count”, but for measures of which nearly all months are exactly like the one before.`,
        ]
      : []),
    ...errata.map((erratum) => erratumWords(erratum, { name, locale })),
  ]

  return [{ kind: 'paragraphs', voice: 'quiet', texts }]
}

/** A number that was published stays as it is, wherever it is shown, so it is said which one is meant. */
function erratumWords(
  { months, slice, measure, words, on }: PutRight,
  { name, locale }: Pick<Reading, 'name' | 'locale'>,
) {
  const about = erratumAbout({ measure, slice, span: monthsOfYears(months, name) })

  return `Erratum of ${dayInWords(on, locale)} to ${about}: ${words}`
}

/** What is passed round a table has no help text to follow. Measures that are counted alike are explained together. */
function countedBlocks(): Section['blocks'] {
  const alike = Map.groupBy(EVERY_MEASURE, ({ kind, of, counted }) => {
    return `${kind === 'mean' ? 'mean over' : 'share of'} ${of}. ${counted}`
  })
  const texts = [...alike].map(([how, measures]) => `${listed(measures.map(({ name }) => `“${name}”`))}: ${how}`)

  return [{ kind: 'paragraphs', voice: 'quiet', texts }]
}
