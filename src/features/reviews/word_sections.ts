import type { Block } from '../../platform/files/report.ts'
import { HELD_COUNTED } from '../reflections/retest.ts'
import type { Reading } from './reading.ts'

/** The summary somebody signs with their name, and what the board is asked to decide. */
export function summarySection({ summary, decisions }: Reading): Block[] {
  const asked: Block[] =
    decisions.length === 0
      ? []
      : [
          { kind: 'paragraphs', voice: 'body', texts: ['Decisions asked of the board:'] },
          { kind: 'paragraphs', voice: 'body', texts: decisions.map((each, i) => `${i + 1}. ${each}`) },
        ]

  return [{ kind: 'paragraphs', voice: 'lead', texts: paragraphsIn(summary) }, ...asked]
}

function paragraphsIn(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((each) => each.trim())
    .filter(Boolean)
}

/** Chosen, never all there are: how many leaders wrote cannot be read off. */
export function storiesSection({ stories }: Reading): Block[] {
  if (stories.length === 0) return [said('No story was chosen for this review.')]

  return [
    { kind: 'quotes', quotes: stories.map(({ words, touchpoint }) => ({ words, by: touchpoint })) },
    said('Chosen by the people who lead the program; other stories were told.'),
  ]
}

export function followupsSection({ followups }: Reading): Block[] {
  if (followups.length === 0) return [said('No follow-up was open, done or dropped in this quarter.')]
  const items = followups.map(({ does, what, owner, dueOn, stands, held, lines }) => ({
    ...{ does, what, owner, due: dueOn, state: stands, held, lines },
  }))

  return [
    { kind: 'followups', items },
    said(`Done is what its owner says. Only later contacts can say that it held. ${HELD_COUNTED}`),
  ]
}

function said(words: string): Block {
  return { kind: 'paragraphs', voice: 'quiet', texts: [words] }
}
