/** What an entry says, in words. */
export interface Entry {
  actor: string | null
  actorId: string | null
  action: string
  subject: string
  subjectId: string
}

/** "Alva Nyström added the member Tomás Rivera." */
export function sentenceOf(entry: Entry, name: string | undefined): string {
  const who = entry.actor ?? 'Plainclothes'
  const did = entry.action.replaceAll('_', ' ')
  const isOwn = entry.subject === 'member' && (entry.subjectId === entry.actorId || entry.subjectId === '')
  if (isOwn && ALONE.has(did)) return `${who} ${did}.`

  return `${who} ${PHRASES[did] ?? did} ${isOwn ? 'their own' : subjectWords(entry.subject, name)}${isOwn ? ' record' : ''}.`
}

/** Said without an object where somebody did it for themselves. */
const ALONE = new Set(['signed in', 'signed out', 'signed out elsewhere'])

/** Where the action's word alone would not make a sentence. */
const PHRASES: Readonly<Record<string, string>> = {
  'hours changed': 'changed the opening hours of',
  'drew again': 'drew again the plan of',
  'began with': 'set up Plainclothes for',
  held: 'held back',
}

function subjectWords(subject: string, name: string | undefined): string {
  if (subject === 'organisation') return 'the settings'
  if (subject === 'letter') return name ? `a letter to ${name}` : 'a letter'
  const kind = subject.replaceAll('_', ' ')
  if (name) return subject === 'member' ? name : `the ${kind} ${name}`

  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`
}
