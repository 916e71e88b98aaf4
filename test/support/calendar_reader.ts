import ICAL from 'ical.js'

/** An entry as a calendar program would read it: by another library than the one that wrote it. */
export interface ReadEntry {
  uid: string
  sequence: number
  summary: string
  starts: string
  ends: string
  isDays: boolean
  status: string
  class: string
  transp: string
  stamp: string
  modified: string
  /** Every property there is. */
  names: string[]
}

export interface ReadCalendar {
  name: string | null
  method: string | null
  entries: ReadEntry[]
}

export function readCalendar(text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const value = (component: ICAL.Component, name: string) => {
    const found = component.getFirstPropertyValue(name)

    return found === null ? null : String(found)
  }
  const entries = calendar.getAllSubcomponents('vevent').map((entry) => {
    const event = new ICAL.Event(entry)

    return {
      ...{ uid: event.uid, sequence: Number(event.sequence), summary: event.summary },
      ...{ starts: event.startDate.toString(), ends: event.endDate.toString(), isDays: event.startDate.isDate },
      status: value(entry, 'status') ?? '',
      class: value(entry, 'class') ?? '',
      transp: value(entry, 'transp') ?? '',
      stamp: value(entry, 'dtstamp') ?? '',
      modified: value(entry, 'last-modified') ?? '',
      names: entry.getAllProperties().map(({ name }) => name),
    }
  })

  return { name: unescaped(value(calendar, 'x-wr-calname')), method: value(calendar, 'method'), entries }
}

/** What begins with X is text by default (RFC 5545 §3.8.8.2); the library leaves it as it stands. */
function unescaped(text: string | null): string | null {
  return text?.replace(/\\([\\;,])/g, '$1') ?? null
}

/** What RFC 5545 §3.1 says of lines, as complaints: each ends with CRLF and has at most 75 octets, and no character is cut in two. */
export function lineComplaints(text: string): string[] {
  const lines = text.split('\r\n')

  return [
    ...(lines.at(-1) === '' ? [] : ['the last line is not ended']),
    ...(/[^\r]\n|\r[^\n]/.test(text) ? ['a line ends with something else than CRLF'] : []),
    ...lines.filter((line) => Buffer.byteLength(line) > 75).map((line) => `too long: ${line}`),
    ...lines.filter((line) => !line.isWellFormed()).map((line) => `cut in two: ${line}`),
    ...lines
      .slice(0, -1)
      .filter((line) => !/^(?:[A-Z0-9-]+[;:]| )/.test(line))
      .map((line) => `no content line: ${line}`),
  ]
}
