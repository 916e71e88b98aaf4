/** The live log's pad: which keys a channel has, always in the same places, and what the page says after each. */
import { namesIn } from '../../lib/written_out.ts'
import { type Channel, isLive } from '../touchpoints/touchpoint.ts'

/** What can happen. The script on the device keeps when; nothing of it comes here but durations, with the reflection. */
export type Happening = 'begun' | 'answered' | 'hold' | 'back' | 'transferred' | 'ended'

export interface Key {
  happening: Happening
  label: string
  /** The headline while this is the last thing that happened. */
  state: string
}

type Words = readonly [label: string, state: string]

const LIVE = {
  hold: ['On hold', 'On hold'],
  back: ['Back', 'With a person'],
  transferred: ['Transferred', 'Being passed on'],
  ended: ['Ended', 'It is over'],
} as const satisfies Partial<Record<Happening, Words>>

/** Where one waits before a screen or in a queue nobody says "on hold". */
const WAITING = {
  ...LIVE,
  hold: ['Left waiting', 'Left waiting'],
  transferred: ['Passed on', 'Being passed on'],
} as const

/** Answers come in days: there is no hold, and nothing to be quick about. */
const WRITTEN = {
  begun: ['Sent', 'Waiting for their answer'],
  answered: ['They answered', 'They have answered'],
  transferred: ['Passed on', 'Passed on'],
  ended: ['Settled', 'It is over'],
} as const satisfies Partial<Record<Happening, Words>>

const KEYS: Readonly<Record<Channel, Readonly<Partial<Record<Happening, Words>>>>> = {
  phone: { begun: ['Dialled', 'Waiting for a person'], answered: ['Person answered', 'With a person'], ...LIVE },
  chat: { begun: ['Opened', 'Waiting for a person'], answered: ['Person answered', 'With a person'], ...WAITING },
  app: { begun: ['Opened', 'Waiting for a person'], answered: ['Person answered', 'With a person'], ...WAITING },
  shop: { begun: ['Went in', 'Waiting for a person'], answered: ['Person came', 'With a person'], ...WAITING },
  email: WRITTEN,
  web_form: WRITTEN,
  social: { ...WRITTEN, begun: ['Posted', 'Waiting for their answer'] },
}

const READY: Readonly<Record<Channel, string>> = {
  phone: 'Ring them',
  chat: 'Open the chat',
  app: 'Open the app',
  shop: 'Go in',
  email: 'Write to them',
  web_form: 'Fill in the form',
  social: 'Write to them',
}

const TITLES: Readonly<Record<Channel, string>> = {
  phone: 'On the call',
  chat: 'In the chat',
  app: 'In the app',
  shop: 'In the shop',
  email: 'Your mail',
  web_form: 'Your form',
  social: 'Your message',
}

export function keysOf(channel: Channel): Key[] {
  const keys = KEYS[channel]

  return namesIn(keys).flatMap((happening) => {
    const [label, state] = keys[happening] ?? []
    return label && state ? [{ happening, label, state }] : []
  })
}

/** Before anything has happened. */
export function readyWords(channel: Channel): string {
  return READY[channel]
}

export function liveTitle(channel: Channel): string {
  return TITLES[channel]
}

/** Where nobody answers while one waits there is no stopwatch, only days. */
export function hasStopwatch(channel: Channel): boolean {
  return isLive(channel)
}
