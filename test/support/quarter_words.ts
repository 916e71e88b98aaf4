/** What people say in the sample quarter. */
import type { Section } from '../../src/platform/files/report.ts'

export const TOUCHPOINTS = [
  'Billing line',
  'Outage line',
  'Moving-home chat',
  'Complaints e-mail',
  'Meter visits',
  'Solar sales desk',
  'Web contact form',
  'Social account',
  'City centre shop',
]

export function stories(): Section {
  const told = [
    'She found the mistake in a minute and then had no way to correct it.',
    'He told me he had looked at the map himself, and when he would ring. He rang.',
    'The chat closed while I was fetching the meter number. I began again, with someone new.',
    'My complaint was acknowledged four times and answered never.',
    'I stopped being Karin Holm and was simply grateful.',
  ]
  const quotes = Array.from({ length: 20 }, (_, i) => ({
    words: told[i % 5] ?? '',
    by: `${TOUCHPOINTS[i % 9]}, third quarter 2026`,
  }))

  return { title: 'Twenty stories', blocks: [{ kind: 'quotes', quotes }] }
}

export function commitments(): Section {
  const items = [
    {
      does: 'fix',
      what: 'Billing can correct a reading without the debt team',
      owner: 'Viktor Hale',
      due: '2026-11-30',
      state: 'Open',
      held: '',
      lines: [],
    },
    {
      does: 'celebrate',
      what: 'Ring back when we said we would',
      owner: 'Amara Osei',
      due: null,
      state: 'Done, said on 12 October',
      held: 'Held in 1 of 1 re-tests (October)',
      lines: ['For customers: one call, not three.'],
    },
  ] as const

  return { title: 'Commitments', blocks: [{ kind: 'followups', items }] }
}

export function method(): Section {
  const texts = [
    'Intervals are Wilson 95%. A change is called clear when the interval of the difference excludes zero. No agent is named or traceable.',
  ]

  return {
    title: 'Method',
    blocks: [
      { kind: 'paragraphs', voice: 'quiet', texts },
      {
        kind: 'signature',
        sentences: ['Written by Maud Bergström.', 'Signed off by Rhea Castellan on 14 October 2026.'],
      },
    ],
  }
}
