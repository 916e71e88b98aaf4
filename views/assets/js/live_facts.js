/**
 * From taps to facts; nothing here knows the page. A tap is { what, at }: what happened and when (milliseconds). Clock times
 * go in and only durations, a day and a part of the day come out: they are what the reflection is filled in with.
 */
const MINUTE = 60_000
const DAYPARTS = { early: 6, morning: 9, midday: 12, afternoon: 14, evening: 17, night: 21 }

/** Whether this can happen next. Whatever one taps on a call in a hurry must make sense of itself. */
export function mayHappen(taps, what) {
  const last = taps.at(-1)?.what
  if (what === 'begun') return last === undefined
  if (last === undefined || last === 'ended') return false
  if (what === 'answered') return !isWith(taps)
  if (what === 'back') return last === 'hold' || last === 'transferred'

  return what === 'hold' ? last !== 'hold' : true
}

/** A person is at the other end, as far as the taps say. */
function isWith(taps) {
  const last = taps.at(-1)?.what

  return last === 'answered' || last === 'back'
}

/** For the page, while it goes on: milliseconds where it is a duration. */
export function tallyOf(taps, now) {
  const begun = at(taps, 'begun')
  const until = at(taps, 'ended') ?? now

  return {
    elapsed: begun === undefined ? 0 : span(begun, until),
    waited: begun === undefined ? 0 : span(begun, at(taps, 'answered') ?? until),
    holds: count(taps, 'hold'),
    transfers: count(taps, 'transferred'),
  }
}

/** What the reflection can be filled in with, by the names of its fields; a field that is not known is left out. */
export function factsOf(taps, { zone, tempo }) {
  const begun = at(taps, 'begun')
  if (begun === undefined) return {}
  const answered = at(taps, 'answered')
  const ended = at(taps, 'ended')
  const facts = {
    contacted_on: dayOf(begun, zone),
    daypart: daypartOf(begun, zone),
    reached: answered === undefined ? undefined : 'person',
    transfers: answered === undefined ? undefined : String(Math.min(3, count(taps, 'transferred'))),
    ...(tempo === 'live' ? minutes(taps, { begun, answered, ended }) : days(begun, answered, zone)),
  }

  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

/** Live: how long until a person, or until one gave up. */
function minutes(taps, { begun, answered, ended }) {
  const until = answered ?? ended
  const seconds = until === undefined ? undefined : span(begun, until) / 1000

  return {
    wait: seconds === undefined ? undefined : waitOf(seconds),
    wait_half_minutes: seconds === undefined ? undefined : String(Math.round(seconds / 30)),
    holds: answered === undefined ? undefined : String(count(taps, 'hold')),
    duration_minutes: ended === undefined ? undefined : String(Math.round(span(begun, ended) / MINUTE)),
  }
}

/** Mail and forms: days until the answer. */
function days(begun, answered, zone) {
  if (answered === undefined) return {}
  const passed = Math.round((Date.parse(dayOf(answered, zone)) - Date.parse(dayOf(begun, zone))) / (24 * 60 * MINUTE))
  if (passed <= 1) return { wait: passed < 1 ? 'same_day' : 'next_day' }

  return { wait: passed <= 3 ? '2_to_3' : passed <= 10 ? '4_to_10' : 'over_10' }
}

function waitOf(seconds) {
  if (seconds < 15) return 'none'
  if (seconds < 60) return 'under_1'
  if (seconds <= 180) return '1_to_3'

  return seconds <= 600 ? '3_to_10' : 'over_10'
}

/** The day it was there, as YYYY-MM-DD. */
function dayOf(moment, zone) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(moment)
}

function daypartOf(moment, zone) {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(moment),
  )

  return Object.entries(DAYPARTS).findLast(([, from]) => hour >= from)?.[0] ?? 'night'
}

function at(taps, what) {
  return taps.find((tap) => tap.what === what)?.at
}

function count(taps, what) {
  return taps.filter((tap) => tap.what === what).length
}

/** A device's clock may be set back meanwhile. */
function span(from, until) {
  return Math.max(0, until - from)
}
