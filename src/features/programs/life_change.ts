/** What life changes in a running rotation, and what each of it is called. */

/** Days are ISO text. */
export type LifeChange =
  /** Something saved elsewhere: hours, holidays, a department, an absence a leader entered. */
  | { kind: 'saved' }
  | { kind: 'absence'; member: string; from: string; to: string }
  | { kind: 'leaving'; member: string }
  | { kind: 'joining'; member: string; program: string }
  | { kind: 'opening'; touchpoint: string; program: string }
  | { kind: 'retiring'; touchpoint: string }
  | { kind: 'blocking'; touchpoint: string; from: string; to: string }

export type ChangeKind = LifeChange['kind']

export const CHANGE_KINDS = [
  'saved',
  'absence',
  'leaving',
  'joining',
  'opening',
  'retiring',
  'blocking',
] as const satisfies readonly ChangeKind[]

interface KindWords {
  /** The link that leads to its form. */
  title: string
  lead: string
  /** What the form asks for, in this order. */
  fields: readonly ('member' | 'touchpoint' | 'program' | 'from' | 'to')[]
}

export const KIND_WORDS: Readonly<Record<Exclude<ChangeKind, 'saved'>, KindWords>> = {
  absence: {
    title: 'A leader is away',
    lead: 'Whose contacts no longer fit is planned again; nobody else is moved unless it helps.',
    fields: ['member', 'from', 'to'],
  },
  leaving: {
    title: 'A leader leaves the rotation',
    lead: 'They are taken out of every program. What they did stays. Signing them out for good is for an admin.',
    fields: ['member'],
  },
  joining: {
    title: 'A leader joins a program',
    lead: 'They are owed a contact in each round with three days left or more, from now on; nothing is made up for.',
    fields: ['member', 'program'],
  },
  opening: {
    title: 'A touchpoint joins a program',
    lead: 'It gets its share by its weight, from the rounds that are not published on.',
    fields: ['touchpoint', 'program'],
  },
  retiring: {
    title: 'A touchpoint is retired',
    lead: 'Nothing new is planned there, and what is published there goes elsewhere. Its history stays.',
    fields: ['touchpoint'],
  },
  blocking: {
    title: 'A touchpoint is blocked for some days',
    lead: 'Nobody is to contact it on these days, though it may be open.',
    fields: ['touchpoint', 'from', 'to'],
  },
}

/** What goes first when published contacts are planned again. */
export type Priority = 'fewest' | 'even'

export const PRIORITY_WORDS: Readonly<Record<Priority, { title: string; means: string }>> = {
  fewest: { title: 'Fewest moves', means: 'as few published contacts as possible are moved' },
  even: { title: 'Evenness first', means: 'loads are made as even as they can be, even where that moves more' },
}
