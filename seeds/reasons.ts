import type { Channel } from '../src/features/touchpoints/touchpoint.ts'

/** Why leaders decline, and why the lead excuses: only the lead reads them. */
export const DECLINED = [
  'They know my voice there, I chaired their town hall in the autumn.',
  'I am on the road with the regulator all of those days.',
  'My own complaint is with them at the moment, it would not be fair.',
  'The quarter closes that week and I would only do it badly.',
  'I was at that desk last month and would be recognised.',
  'Two board days in that window. Please give it to somebody who can take the time.',
  'I live round the corner and they know my dog.',
  'Supplier talks all week, I cannot promise twenty quiet minutes.',
] as const

export const EXCUSED = [
  'Ill for most of the window.',
  'Called to the storm room for the whole week.',
  'A death in the family.',
  'Jury service came in between.',
] as const

export const LEFT = 'Has left the company.'

/** Said in addition once the month was closed. */
export const ADDITIONS = [
  'They rang after all, seven weeks later, and were surprised that I remembered.',
  'I have told this one in three meetings now. It lands every time.',
  'Second thoughts: I was in a hurry that day, and it shows in what I wrote.',
  'The same thing happened to my sister this week. It was not a bad day, it is how we do it.',
] as const

const SAID = [
  'I said “we” when I meant “you”.',
  'I knew the name of the tariff before they had said it.',
  'I used a word that only we use.',
  'I asked about a change that nobody outside can have heard of.',
] as const

const WRITTEN = [...SAID, 'My own account came up next to the test one.', 'My signature was still under it.'] as const

/** What gave a leader away, by channel: only the lead reads it. */
export const GIVEN_AWAY: Readonly<Record<Channel, readonly string[]>> = {
  phone: [...SAID, 'They saw the company number on their display.', 'They knew my voice from the town hall.'],
  shop: [...SAID, 'My pass was still on my belt.', 'Somebody had seen me at the town hall.'],
  chat: WRITTEN,
  email: WRITTEN,
  web_form: WRITTEN,
  app: WRITTEN,
  social: WRITTEN,
}
