/** What an entry says, in words. */
export interface Entry {
  actor: string | null
  actorId: string | null
  action: string
  subject: string
  subjectId: string
}

/** "Alva Nyström added Tomás Rivera." */
export function sentenceOf(entry: Entry, name: string | undefined): string {
  const who = entry.actor ?? 'Plainclothes'
  const did = entry.action.replaceAll('_', ' ')
  if (WHOLE[did]) return `${who} ${WHOLE[did]}.`
  if (entry.subject === 'member' && entry.subjectId === entry.actorId)
    return `${who} ${ALONE[did] ?? `${did} their own record`}.`

  return `${who} ${PHRASES[did] ?? did} ${subjectWords(entry.subject, name)}.`
}

/** What is said without naming what it was done to. */
const WHOLE: Readonly<Record<string, string>> = {
  'noted a change': 'noted a change that control charts begin anew with',
  'took back a noted change': 'took back a change that control charts began anew with',
  'chose the leading measure': 'chose the measure that leads',
  'chose letters': 'chose which letters to get',
  missed: 'noted an assignment as missed',
  'set up': 'set up the company',
}

/** What somebody did to themselves. */
const ALONE: Readonly<Record<string, string>> = {
  'signed in': 'signed in',
  'signed out': 'signed out',
  'signed out elsewhere': 'signed out everywhere else',
  'added an absence of': 'added days away of their own',
  'removed an absence of': 'removed days away of their own',
  'changed the hours of': 'changed their own hours',
  'issued a sign-in link for': 'issued a sign-in link for themselves',
  'made a calendar for': 'made a calendar feed of their own',
  'ended a calendar of': 'ended a calendar feed of their own',
}

/** Where the action's word alone would not make a sentence. */
const PHRASES: Readonly<Record<string, string>> = {
  'hours changed': 'changed the opening hours of',
  'drew again': 'drew again the plan of',
  'began with': 'set up Plainclothes for',
  held: 'held back',
  'delayed the closing': 'delayed the closing of',
  'published an erratum': 'published an erratum to',
}

/** What has no name and needs none. */
const ONLY_ONE: Readonly<Record<string, string>> = {
  organisation: 'the settings',
  'staff notice': 'the staff notice',
  'what we heard': 'a page of what we heard',
}

function subjectWords(subject: string, name: string | undefined): string {
  const only = ONLY_ONE[subject]
  if (only) return only
  if (subject === 'letter') return name ? `a letter to ${name}` : 'a letter'
  const kind = subject.replaceAll('_', ' ')
  if (name) return subject === 'member' || subject === 'month' ? name : `the ${kind} ${name}`

  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`
}
