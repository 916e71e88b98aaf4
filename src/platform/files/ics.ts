import { createHash } from 'node:crypto'
import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'

/** Days in a calendar: no times, no place, no words but a title. Days are days wherever the reader is. */
export interface CalendarDays {
  uid: string
  /** Rises when the days, the title or the cancellation change. */
  sequence: number
  title: string
  from: Temporal.PlainDate
  /** Included. */
  to: Temporal.PlainDate
  cancelled: boolean
  /** The day it last changed; the time of day is always midnight, because nobody is to know it. */
  changedOn: Temporal.PlainDate
}

export interface CalendarFile {
  text: string
  /** The same for the same words: an ETag. */
  tag: string
}

/** How often calendars are asked to look again. Seconds. */
const LOOK_AGAIN = 4 * 60 * 60

/**
 * A feed: what is there, and for a while what is there no more, marked as cancelled. It has no METHOD: it is read again and again,
 * and schedules nothing (RFC 5546 asks for an organiser where it does).
 */
export function writeFeed(title: string, entries: readonly CalendarDays[]): CalendarFile {
  const calendar = begin().ttl(LOOK_AGAIN)
  calendar.name(escaped(title))
  for (const entry of entries) calendar.createEvent(eventOf(entry))

  return finish(calendar.toString())
}

/**
 * One entry to keep. Once it is cancelled, a message that takes it out again: RFC 5546 §3.2.5 asks for an organiser and whom it
 * concerns, and both are the reader.
 */
export function writeEntry(entry: CalendarDays, reader: { name: string; email: string }): CalendarFile {
  const calendar = begin()
  const event = calendar.createEvent(eventOf(entry))
  if (entry.cancelled) {
    calendar.method(ICalCalendarMethod.CANCEL)
    event.organizer(reader)
    event.createAttendee(reader)
  }

  return finish(calendar.toString())
}

/** Says nothing of who wrote it: the file lies about in calendars. */
function begin() {
  return ical().prodId('//Calendar//Days//EN')
}

function eventOf({ uid, sequence, title, from, to, cancelled, changedOn }: CalendarDays) {
  return {
    ...{ id: uid, sequence, summary: title, allDay: true, start: from, end: to.add({ days: 1 }) },
    ...{ stamp: changedOn, lastModified: changedOn },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  }
}

/** The library escapes every text but a calendar's name (RFC 5545 §3.3.11). */
function escaped(title: string): string {
  return title.replace(/[\\;,]/g, '\\$&')
}

/** The library leaves the last line open; RFC 5545 §3.1 ends every one. */
function finish(written: string): CalendarFile {
  const text = written.endsWith('\r\n') ? written : `${written}\r\n`

  return { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` }
}
