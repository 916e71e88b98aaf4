/** PRODUCT.md §2, Cover: how a leader stays a customer, said per channel before each contact. */

import { isPremium, withholding } from './phone.ts'
import type { Channel } from './touchpoint.ts'

/** What holds on every errand, whatever its scenario says. */
export const NEVER_ON_ANY_ERRAND: readonly string[] = [
  'Never invent a customer number or any other number that identifies somebody.',
  'Never record, photograph or write down anybody’s name.',
  'Never announce yourself, neither before nor after.',
]

/** If it goes wrong: said on every briefing. */
export const IF_RECOGNISED =
  'If you are recognised, say so, thank them and end the contact. It still counts as your contact.'

/** What to mind on this channel, the most important first. The first sentence is a headline, short enough to be bold. */
export function coverAdvice(channel: Channel, address: string): readonly string[] {
  return channel === 'phone' ? phoneAdvice(address) : ADVICE[channel]
}

const ADVICE: Readonly<Record<Exclude<Channel, 'phone'>, readonly string[]>> = {
  chat: [
    'Sign out of everything first.',
    'Open the chat in a private window, on a device and a connection that are not the company’s.',
    'Type nothing that only a colleague would know.',
  ],
  email: [
    'Write from a private mail account.',
    'Not one that carries your full name or a signature, and never by pressing reply in the company’s mail.',
    'Look at the sender’s name your account shows before you send.',
  ],
  web_form: [
    'Sign out of everything first.',
    'Open the form in a private window, on a connection that is not the company’s.',
    'Give a private mail account for the answer.',
  ],
  app: [
    'Use a private device that is not signed in.',
    'Sign out of the app, or install it afresh, and use the prepared account if there is one.',
    'A device the company manages gives you away.',
  ],
  social: [
    'Write from an account that does not name the company.',
    'Nothing on its profile may say where you work, and colleagues should not follow it.',
    'Use a direct message unless the errand says otherwise: what is public stays public.',
  ],
  shop: [
    'Leave your badge and anything with the company’s name at home.',
    'Choose a shop where nobody knows you, and go alone.',
    'Do not park where staff park.',
  ],
}

const OTHER_PHONE =
  'Use a phone the company does not know, not your work phone and not the number in your customer account.'

function phoneAdvice(address: string): readonly string[] {
  const cost = isPremium(address)
    ? ['This number costs you money by the minute. Claim it back as the errand says.']
    : []

  return [...PHONE_ADVICE[withholding(address)], ...cost]
}

const PHONE_ADVICE: Readonly<Record<ReturnType<typeof withholding>, readonly string[]>> = {
  does_not_work: [
    'Withholding your number does not work here.',
    'Toll-free lines see who is calling even with caller ID off.',
    OTHER_PHONE,
  ],
  works: [
    'Withhold your number.',
    'Switch caller ID off in your phone’s settings before you ring; some lines do not take such calls.',
    OTHER_PHONE,
  ],
  not_sure: [
    'Do not rely on withholding your number.',
    'On a number of this kind the company may see who is calling even with caller ID off.',
    OTHER_PHONE,
  ],
}
