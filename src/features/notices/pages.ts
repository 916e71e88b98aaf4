import type { Context } from '../../context.ts'
import { countryName, dayInWords, listed } from '../../lib/words.ts'
import { emptyForm, type Form, versionToSend } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { getMember, getOrganisation, listMembers } from '../members/store.ts'
import { countriesWithoutLine, linesFor } from './country_lines.ts'
import { getLinkOf, listLinks } from './link_store.ts'
import { blocksOf, readyText } from './staff_notice.ts'
import { findDraft, findInForce, listPublished, type NoticeRow } from './store.ts'

/** A link that was just made: shown once, because only its hash is kept. */
export interface NewLink {
  address: string
}

/** For leads: the text to edit, what is in force, its history, and what to ask before the first round. */
export function noticePage(ctx: Context, form?: Form, made?: NewLink): View {
  const organisation = getOrganisation(ctx)
  const [draft, inForce] = [findDraft(ctx), findInForce(ctx)]
  const ready = readyText({ organisation: organisation.name, contact: getMember(ctx, ctx.actor.id ?? '').name })

  return {
    template: 'notices/edit',
    title: 'Staff notice',
    at: '/notices',
    form: form ?? emptyForm({ words: draft?.words ?? inForce?.words ?? ready }),
    version: versionToSend(form, draft?.version ?? 0),
    publishable: draft ? String(draft.version) : '',
    stands: standsWords(inForce, draft, organisation.locale),
    inForce: inForce !== undefined,
    published: listPublished(ctx).map((notice) => versionInWords(notice, organisation.locale)),
    links: listLinks(ctx, null).map(({ madeOn, ...link }) => ({
      ...link,
      on: dayInWords(madeOn, organisation.locale),
    })),
    made: made ?? null,
    ...countryWords(ctx),
  }
}

/** As members read it: what staff were told, also before they are told. */
export function readNoticePage(ctx: Context): View {
  const { locale } = getOrganisation(ctx)

  return { ...noticeView(findInForce(ctx), locale), at: '/notice' }
}

/** As anybody with the link reads it: nothing around it, and nothing to sign in to. */
export function publicNoticePage(ctx: Context, token: string): View {
  getLinkOf(ctx, token)
  const { locale } = getOrganisation(ctx)

  return { ...noticeView(findInForce(ctx), locale), isPublic: true }
}

function noticeView(notice: NoticeRow | undefined, locale: string): View {
  return {
    template: 'notices/show',
    title: 'Leaders contact us as customers do',
    width: 'narrow',
    blocks: notice ? blocksOf(notice.words) : [],
    since: notice?.publishedOn ? `In force since ${dayInWords(notice.publishedOn, locale)}.` : '',
  }
}

function standsWords(inForce: NoticeRow | undefined, draft: NoticeRow | undefined, locale: string): string {
  const stands = inForce?.publishedOn
    ? `In force since ${dayInWords(inForce.publishedOn, locale)}.`
    : 'Nothing is published yet.'

  return draft ? `${stands} A draft of ${dayInWords(draft.writtenOn, locale)} waits.` : stands
}

function versionInWords({ publishedOn, endedOn, by, words }: NoticeRow & { by: string }, locale: string) {
  const from = dayInWords(publishedOn ?? '', locale)

  return { when: endedOn ? `${from} to ${dayInWords(endedOn, locale)}` : `since ${from}`, by, blocks: blocksOf(words) }
}

/** By the countries people here work in. */
function countryWords(ctx: Context) {
  const { locale, country } = getOrganisation(ctx)
  const countries = [...new Set([country, ...listMembers(ctx).map((member) => member.country)])]
  const without = countriesWithoutLine(countries).map((code) => countryName(code, locale))

  return {
    lines: linesFor(countries).map((line) => ({
      ...line,
      name: line.country ? countryName(line.country, locale) : 'Everywhere',
    })),
    without: without.length > 0 ? `For ${listed(without, locale)} there is no line of its own here.` : '',
  }
}
