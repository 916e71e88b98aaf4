import type { Tellings } from './telling.ts'

/** Outage line, where it did not: a queue that drowns when it storms. */
export const OUTAGE_BADLY: Tellings = {
  poor: [
    {
      on: 'planned_work',
      story: 'They had not heard of the work that was outside my window.',
      phrase: 'There’s nothing on my screen.',
      causes: ['system', 'hand_off'],
    },
    {
      on: 'planned_work',
      story: 'I was told to look at the website, by candle, so to speak.',
      causes: ['policy'],
      why: 'A line for people without power should not send them online.',
    },
    {
      on: 'fridge_medicine',
      story: 'I said insulin, and was asked for the account number.',
      phrase: 'I still need the account number first.',
      causes: ['policy', 'system'],
      belief: 'I believed that some words make everything else stop.',
    },
    {
      on: 'outage_money',
      story: 'They promised a letter about it, and there has been no letter.',
      facts: { promise: 'broken' },
      causes: ['hand_off'],
    },
    {
      on: 'outage_money',
      story: 'I asked who decides and was told “the system”.',
      facts: { escalation: 'not_offered' },
      phrase: 'The system decides that.',
      unsaid: 'I know who decides. It is me.',
    },
    {
      on: 'flickering',
      story: 'It was my wiring, my bulbs or my imagination, in that order.',
      why: 'Nobody likes to be told they are imagining it.',
      well: 'She did stay on the line while I went to look.',
    },
    {
      story: 'Somebody sighed. It may have been the line.',
      causes: ['staffing'],
    },
    {
      story: 'I was asked to ring the billing line, which was closed, because it was night.',
      facts: { transfers: 1, addressed: 'no' },
      causes: ['hand_off'],
    },
    {
      story: 'They asked for my account three times, and for my name not once.',
      causes: ['policy'],
      facts: { repeated: 'yes' },
    },
    {
      story: 'I was told to ring again if it got worse; it was dark already.',
      phrase: 'Ring us again if it gets worse.',
      causes: ['wording'],
    },
  ],
  bot: [
    {
      story: 'A recording knew my postcode, told me of work two streets away, and wished me a good day.',
      well: 'Quick, and it did know the postcode.',
      why: 'Fine if it had been my street.',
    },
    {
      story: 'I said “medicine” and the machine offered me the opening hours.',
      on: 'fridge_medicine',
      phrase: 'I think you said: opening hours.',
      causes: ['system'],
    },
  ],
  nobody: [
    {
      story: 'There was a gale outside and nobody inside.',
      facts: { reached: 'gave_up', wait: 'over_10' },
      causes: ['staffing'],
      belief: 'I thought the storm roster covered this.',
    },
    {
      story: 'The line rang, and rang off.',
      facts: { reached: 'no_answer', wait: '3_to_10' },
      causes: ['system'],
    },
    {
      story: 'Fourteen minutes in the dark with a flute.',
      facts: { reached: 'gave_up', wait: 'over_10' },
      well: 'The announcement said honestly that it would be long.',
      causes: ['staffing'],
    },
    {
      story: 'I gave up after nine minutes, and I was warm and had light.',
      facts: { reached: 'gave_up', wait: '3_to_10' },
      why: 'I imagined being old and doing this by torch.',
    },
    {
      story: 'The recording said that they knew about it, and then it said so again.',
      causes: ['wording', 'staffing'],
      facts: { reached: 'gave_up', wait: '3_to_10' },
    },
    {
      story: 'I was told my place in the queue, and it had three figures.',
      phrase: 'You are number one hundred and twelve.',
      facts: { reached: 'gave_up', wait: 'over_10' },
    },
    {
      story: 'I hung up when the candle was down to half.',
      unsaid: 'It was a real candle. I wanted to know.',
      facts: { reached: 'gave_up', wait: 'over_10' },
    },
  ],
}
