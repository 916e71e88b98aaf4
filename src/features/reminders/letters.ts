import type { Letter } from '../../platform/mail/outbox.ts'
import { renderLetter } from '../../platform/mail/render_letter.ts'
import type { Recipient } from './duty.ts'
import type { Kind, LeaderKind } from './reminder.ts'

/** What every letter of ours shows around its words. */
export interface Paper {
  /** Stands in the subject: it is read on locked screens. */
  neutralTitle: string
  /** Where the links lead, without a path. */
  baseUrl: string
}

export type Words = Pick<Letter, 'subject' | 'text' | 'html'>

/** PRODUCT.md §7: letters to leaders say nothing but that something waits. So all of one kind are the same, and written once. */
export function waitingWords(kind: LeaderKind, paper: Paper): Words {
  return write(paper, { subject: paper.neutralTitle, lead: WAITING[kind], sentences: [] })
}

const WAITING: Readonly<Record<LeaderKind, string>> = {
  opens: 'Something waits for you.',
  half_way: 'Something still waits for you.',
  last_day: 'Something waits for you today.',
  reflect: 'Something waits to be finished by you.',
}

/** Counts only, each in a sentence; `day` says when they were true. */
export function digestWords(sentences: readonly string[], day: string, paper: Paper): Words {
  return write(paper, { subject: `${paper.neutralTitle}: the week`, lead: `How things stand on ${day}.`, sentences })
}

export function roundPlannedWords(paper: Paper): Words {
  return write(paper, {
    subject: `${paper.neutralTitle}: for you to look at`,
    lead: 'A round is planned.',
    sentences: ['It is a draft: nobody else knows of it until it is published.'],
  })
}

export function declinedWords(paper: Paper): Words {
  return write(paper, {
    subject: `${paper.neutralTitle}: for you to look at`,
    lead: 'Somebody else is wanted.',
    sentences: ['What a leader could not do waits on your page until you find another.'],
  })
}

/** Neutral as the others: whoever reads over a shoulder learns nothing. */
export function followupGivenWords(paper: Paper): Words {
  return write(paper, { subject: paper.neutralTitle, lead: 'Something was given to you.', sentences: [] })
}

/** A review waits to be read and signed. */
export function reviewWaitsWords(paper: Paper): Words {
  return write(paper, { subject: paper.neutralTitle, lead: 'Something waits for your signature.', sentences: [] })
}

export function letterTo(recipient: Recipient, kind: Kind, occasion: string, words: Words): Letter {
  return { occasion, kind, memberId: recipient.id, toName: recipient.name, toAddress: recipient.email, ...words }
}

interface Content {
  subject: string
  lead: string
  sentences: readonly string[]
}

function write({ baseUrl }: Paper, content: Content): Words {
  const preheader = [content.lead, ...content.sentences].join(' ') + UNSEEN

  return renderLetter('reminders/letter', { ...content, baseUrl, preheader, invitation: 'Sign in and have a look' })
}

/** A preview shows what comes first and fills up with what follows; after this there is nothing left to fill with. */
const UNSEEN = '\u2007\u034f '.repeat(60)
