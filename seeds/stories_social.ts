import type { Tellings } from './telling.ts'

/** Northwind on social: quick, light-footed, and fond of passing you on. */
export const SOCIAL: Tellings = {
  good: [
    {
      on: 'price_rumour',
      story: 'They answered in public, in two sentences, and one of them was “yes, it is true”.',
      phrase: 'Yes, it’s true, and here is why.',
      belief: 'I thought that we never say yes in public.',
    },
    {
      on: 'price_rumour',
      story: 'A straight answer on a Sunday, with the sum worked out for a flat like mine.',
      well: 'Did the sum for me instead of linking to the table.',
    },
    {
      on: 'public_grumble',
      story: 'I grumbled and they did not grumble back; they asked one good question.',
      well: 'The tone. Friendly without grovelling.',
    },
    {
      on: 'public_grumble',
      story: 'By the third message I was apologising to them.',
      phrase: 'You’re allowed to be cross with us.',
      why: 'They let me be cross and mended it anyway.',
    },
    {
      on: 'nobody_came',
      story: 'They took it out of the public eye only when I had said that I would like that.',
      facts: { escalation: 'offered' },
      well: 'Asked before moving me to private messages.',
    },
    {
      story: 'Seven minutes, no hashtags, solved.',
      facts: { wait: 'same_day' },
      belief: 'I took this account for decoration.',
    },
    {
      story: 'It was funny and it was right, and I did not know we could be both.',
      why: 'I followed them. As myself, I mean.',
    },
    {
      story: 'They admitted it, put a date on it, and wished my plants well.',
      phrase: 'Back by Thursday. Look after the ferns.',
    },
    {
      story: 'The answer was better than the press release, and shorter.',
      belief: 'I thought that legal had to see all of those.',
    },
    {
      story: 'They asked if I was all right, before they asked for anything.',
      well: 'One line, and it was human.',
    },
    {
      story: 'Somebody answered me in the evening as if the day had only just begun.',
      facts: { wait: 'same_day' },
    },
  ],
  cold: [
    {
      on: 'price_rumour',
      story: 'A link to the press release, posted within a minute.',
      well: 'Within a minute.',
      causes: ['policy'],
    },
    {
      on: 'public_grumble',
      story: 'They thanked me for my feedback, the way that one thanks a turnstile.',
      phrase: 'Thanks for your feedback.',
      causes: ['wording'],
    },
    {
      on: 'nobody_came',
      story: 'A correct new appointment, and not a word about the old one.',
      causes: ['wording'],
    },
    {
      story: 'Everything I needed and nothing to remember.',
    },
    {
      story: 'The answer was signed with two initials and felt like it.',
      causes: ['wording'],
      belief: 'I thought that initials were the human touch.',
    },
  ],
  kind: [
    {
      on: 'price_rumour',
      story: 'Charming, and out of date by one price list.',
      causes: ['knowledge'],
      well: 'The charm is real.',
    },
    {
      on: 'public_grumble',
      story: 'They felt with me at length and then mended somebody else’s problem.',
      causes: ['hand_off'],
    },
    {
      on: 'nobody_came',
      story: 'Eleven hearts and no engineer.',
      causes: ['hand_off'],
      why: 'Hearts are cheap.',
      facts: { addressed: 'no' },
    },
    {
      story: 'So sorry, so friendly, so wrong about the form I was to use.',
      causes: ['knowledge'],
    },
  ],
  poor: [
    {
      on: 'public_grumble',
      story: 'I was asked to send a private message, to ring, and to write, in that order.',
      facts: { transfers: 2, repeated: 'yes', addressed: 'no' },
      phrase: 'Please give our team a call.',
      causes: ['hand_off'],
    },
    {
      on: 'public_grumble',
      story: 'They answered everyone in the thread but me.',
      causes: ['policy', 'staffing'],
      why: 'I was the polite one. That was my mistake.',
    },
    {
      on: 'price_rumour',
      story: 'A yes-or-no question, and three paragraphs that were neither.',
      phrase: 'We continually review our prices.',
      causes: ['wording', 'policy'],
      belief: 'I cleared that wording. I was proud of it.',
    },
    {
      on: 'nobody_came',
      story: 'I was asked, in front of everybody, for my address.',
      causes: ['knowledge'],
      phrase: 'Just pop your address below.',
      unsaid: 'That one was not a matter of taste. I have told the team.',
    },
    {
      story: 'My complaint was liked.',
      causes: ['system'],
    },
  ],
  bot: [
    {
      story: 'An auto-reply told me that the team is small but mighty, and asleep.',
      phrase: 'We’re a small but mighty team!',
      causes: ['staffing', 'wording'],
    },
    {
      story: 'A robot thanked me in Swedish for a question in English.',
      causes: ['system'],
      belief: 'I thought that it was one account. It is one account and two robots.',
    },
    {
      story: 'The auto-reply promised a human, and I am looking forward to meeting one.',
      phrase: 'One of our humans will be with you shortly.',
      causes: ['system', 'staffing'],
    },
  ],
  nobody: [
    {
      story: 'I asked in public and was ignored in public.',
      facts: { reached: 'no_answer', wait: '2_to_3' },
      causes: ['staffing'],
      why: 'Everybody could see it. That is the worst of it.',
    },
    {
      story: 'Two hundred people saw my question, and none of them was us.',
      causes: ['staffing'],
      facts: { reached: 'no_answer', wait: '2_to_3' },
    },
    {
      story: 'They had time to post a picture of a wind farm, and none for me.',
      causes: ['policy'],
      belief: 'I thought that the account was there to answer.',
      facts: { reached: 'no_answer', wait: '2_to_3' },
    },
    {
      story: 'A stranger answered me before we did, and she was right.',
      why: 'I would follow the stranger.',
      facts: { reached: 'no_answer', wait: '2_to_3' },
    },
  ],
}
