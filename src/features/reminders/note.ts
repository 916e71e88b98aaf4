/** Letters that somebody’s act causes, not the calendar: how they are called where one chooses one’s letters. */

export const NOTE_KINDS = ['moved', 'handover', 'nudge'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** A handover is several letters and one choice. */
const CHOICES: Readonly<Record<string, NoteKind>> = {
  moved: 'moved',
  handover_asked: 'handover',
  handed_over: 'handover',
  not_handed_over: 'handover',
  nudge: 'nudge',
}

/** The choice a letter falls under; undefined: it is no such letter. */
export function noteKindOf(kind: string): NoteKind | undefined {
  return Object.hasOwn(CHOICES, kind) ? CHOICES[kind] : undefined
}
