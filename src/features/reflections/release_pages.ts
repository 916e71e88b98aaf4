import type { Context } from '../../context.ts'
import { checkText } from '../../lib/name_check.ts'
import { dayInWords } from '../../lib/words.ts'
import type { Form } from '../../platform/web/forms.ts'
import { getMember, getOrganisation, today } from '../members/store.ts'
import { knownAroundAssignment } from './known_store.ts'
import { listReviewsQuoting, type Quoting } from './masking_store.ts'
import { isThirdDay, mayDecide, releasedOn, releaseThemselves } from './release.ts'
import { getRelease, listContextNotes, type ReleaseRow, textsOf } from './release_store.ts'
import type { ReflectionRow } from './store.ts'

/** Whether the texts are released, for their author and for leads; and what a lead may do about it. */
export function releaseOf(ctx: Context, row: ReflectionRow, form: Form) {
  const release = getRelease(ctx, row.id)
  const decides = mayDecide(row.leaderId, ctx.actor)
  const { locale } = getOrganisation(ctx)

  return {
    ...{ form, decides, version: String(row.version), isReleased: release.state === 'released' },
    words: decides ? wordsForLeads(ctx, row, release) : wordsForAuthor(release, locale),
    note: release.note,
    found: decides ? foundIn(ctx, row) : [],
    quoted: decides ? listReviewsQuoting(ctx, row.id).map(quotingWords) : [],
    context: listContextNotes(ctx, row.id).map((note) => ({ ...note, on: dayInWords(note.addedOn, locale) })),
  }
}

/** What became of it, in a word or two, for the author's list. */
export function fateOf({ state }: Pick<ReleaseRow, 'state'>): string {
  return { unreleased: 'not released yet', released: 'released', held: 'held, with a note to you' }[state]
}

function wordsForAuthor({ state, decidedOn }: ReleaseRow, locale: string): string {
  const day = decidedOn ? dayInWords(decidedOn, locale) : ''
  if (state === 'released') return `Released on ${day}. A lead may now show your words to others, without your name.`
  if (state === 'held') return `Held on ${day}: only you and leads read your words.`

  return 'Not released yet: only you and leads read your words.'
}

function wordsForLeads(ctx: Context, row: ReflectionRow, release: ReleaseRow): string {
  const { locale } = getOrganisation(ctx)
  const day = release.decidedOn ? dayInWords(release.decidedOn, locale) : ''
  const who = release.decidedBy ? getMember(ctx, release.decidedBy).name : ''
  if (release.state === 'held') return `Held by ${who} on ${day}.`
  if (release.state === 'released') return who ? `Released by ${who} on ${day}.` : `Released itself on ${day}.`

  return whatItWaitsFor(ctx, row, release)
}

function whatItWaitsFor(ctx: Context, row: ReflectionRow, { writtenOn, leftToLead }: ReleaseRow): string {
  const written = Temporal.PlainDate.from(writtenOn)
  const clean = releaseThemselves(textsOf(ctx, row), knownAroundAssignment(ctx, row.assignmentId))
  if (leftToLead || !clean) return 'Not released. It waits for a lead: the check is not sure that it points at nobody.'
  if (isThirdDay(written, today(ctx))) return 'Not released. It releases itself today.'

  return `Not released. It releases itself on ${dayInWords(releasedOn(written), getOrganisation(ctx).locale)}, unless a lead holds it.`
}

function foundIn(ctx: Context, row: ReflectionRow): string[] {
  const known = knownAroundAssignment(ctx, row.assignmentId)
  const findings = textsOf(ctx, row).flatMap((text) => checkText(text, known))

  return [...new Set(findings.map(({ words }) => words))]
}

function quotingWords({ id, quarter, edition, state, number }: Quoting) {
  const version = edition > 1 ? `, version ${edition}` : ''

  return {
    href: `/reviews/${id}`,
    name: `${quarter}${version}`,
    stands: state === 'signed' ? `signed, no. ${number}` : 'waiting for its signature',
  }
}
