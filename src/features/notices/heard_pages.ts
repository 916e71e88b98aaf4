import type { Context } from '../../context.ts'
import { monthsOfQuarter } from '../../lib/periods.ts'
import { counted, dayInWords } from '../../lib/words.ts'
import { emptyForm, type Form, versionToSend } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { listFollowups } from '../followups/store.ts'
import { may } from '../members/member.ts'
import { getOrganisation } from '../members/store.ts'
import { listClosedQuarters } from '../months/published_store.ts'
import { listTouchpoints } from '../touchpoints/store.ts'
import { type HeardPart, quoteKey } from './heard.ts'
import { areWordsShown, quarterInWords } from './heard_sheet_pages.ts'
import {
  getHeard,
  listChosenFollowups,
  listHeard,
  listHeardFor,
  listPassages,
  listQuotes,
  listReplies,
  type NamedHeard,
  type Passage,
} from './heard_store.ts'
import { listLinks } from './link_store.ts'
import type { NewLink } from './pages.ts'

/** Every page that was begun, and the way to begin one. */
export function heardListPage(ctx: Context, form: Form = emptyForm()): View {
  const pages = listHeard(ctx)
  const published = pages.filter(({ publishedOn }) => publishedOn !== null).length
  const quarters = listClosedQuarters(ctx).toReversed()

  return {
    template: 'notices/heard_list',
    title: 'What we heard',
    at: '/heard',
    form,
    heading:
      pages.length === 0
        ? 'Nobody who serves customers has heard of it yet.'
        : `${counted(published, 'page')} published.`,
    pages: pages.map(({ id, touchpoint, quarter, publishedOn, unread }) => ({
      ...{ id, touchpoint, quarter: quarterInWords(ctx, quarter) },
      stands: publishedOn ? `published ${on(ctx, publishedOn)}` : 'a draft',
      unread: unread > 0 ? `${counted(unread, 'answer')} not read` : '',
    })),
    touchpoints: listTouchpoints(ctx).map(({ id, name }) => ({ value: id, label: name })),
    quarters: quarters.map(({ name }) => ({ value: name, label: quarterInWords(ctx, name) })),
  }
}

/** For the home of a touchpoint’s owner: what was published for the people who serve there. */
export function ownHeard(ctx: Context): { href: string; label: string; stands: string }[] {
  if (!may(ctx.actor, 'read_own_touchpoints')) return []

  return listHeardFor(ctx, ctx.actor.id ?? '').map(({ id, touchpoint, quarter, publishedOn }) => ({
    href: `/heard/${id}/sheet`,
    label: touchpoint,
    stands: `${quarterInWords(ctx, quarter)}, published ${publishedOn ? on(ctx, publishedOn) : ''}`,
  }))
}

/** One page as a lead writes it: what to choose from, its links, and what staff answered. */
export function heardPage(ctx: Context, id: string, form?: Form, made?: NewLink): View {
  const heard = getHeard(ctx, id)

  return {
    template: 'notices/heard_edit',
    title: `What we heard: ${heard.touchpoint}`,
    at: '/heard',
    id,
    kicker: `${heard.touchpoint} · ${quarterInWords(ctx, heard.quarter)}`,
    form: form ?? emptyForm(typedFrom(ctx, heard)),
    version: versionToSend(form, heard.version),
    current: String(heard.version),
    published: heard.publishedOn ? on(ctx, heard.publishedOn) : '',
    ...choicesFor(ctx, heard),
    wordsShown: areWordsShown(ctx, heard),
    links: listLinks(ctx, id).map(({ madeOn, ...link }) => ({ ...link, on: on(ctx, madeOn) })),
    made: made ?? null,
    replies: listReplies(ctx, id).map(({ receivedOn, readOn, ...reply }) => ({
      ...reply,
      on: on(ctx, receivedOn),
      unread: readOn === null,
    })),
  }
}

function typedFrom(ctx: Context, { id, opening }: NamedHeard): Form['typed'] {
  const quotes = listQuotes(ctx, id)
  const keys = (part: 'praise' | 'hard') => quotes.filter((quote) => quote.part === part).map(quoteKey)

  return { opening, praise: keys('praise'), hard: keys('hard'), followups: listChosenFollowups(ctx, id) }
}

function choicesFor(ctx: Context, { id, touchpointId, quarter }: NamedHeard) {
  const passages = listPassages(ctx, touchpointId, monthsOfQuarter(quarter, getOrganisation(ctx).fiscalYearStart))
  const chosen = listQuotes(ctx, id)
  const followups = listFollowups(ctx, { touchpointId, states: ['open', 'done'] })

  return {
    praise: standingIn('praise', passages, chosen),
    hard: standingIn('hard', passages, chosen),
    followups: followups.map(({ id, commitment }) => ({ value: id, label: commitment })),
  }
}

/** Any text may stand in either part: so where one stands tells nobody how proud the leader was who wrote it. */
function standingIn(part: HeardPart, passages: readonly Passage[], chosen: readonly Passage[]) {
  const option = (one: Passage) => ({ value: quoteKey(one), label: one.words })
  const isChosen = (one: Passage) => chosen.some((quote) => quote.part === part && quoteKey(quote) === quoteKey(one))
  const fits = (one: Passage) => one.part === part || isChosen(one)
  const [first, others] = [passages.filter(fits), passages.filter((one) => !fits(one))]

  return first.length > 0
    ? { options: first.map(option), more: others.map(option) }
    : { options: others.map(option), more: [] }
}

function on(ctx: Context, day: string): string {
  return dayInWords(day, getOrganisation(ctx).locale)
}
