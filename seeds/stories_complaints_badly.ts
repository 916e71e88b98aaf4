import type { Tellings } from './telling.ts'

/** Complaints by e-mail, where the answer came from nobody in particular, or not at all. */
export const COMPLAINTS_BADLY: Tellings = {
  poor: [
    {
      on: 'no_reply',
      story: 'I complained that nobody had answered, and was thanked for my patience.',
      phrase: 'Thank you for your patience.',
      causes: ['wording'],
      why: 'I had none left to be thanked for.',
    },
    {
      on: 'no_reply',
      story: 'The reply asked for the account number that was in the subject line.',
      causes: ['system'],
      facts: { repeated: 'yes' },
    },
    {
      on: 'no_reply',
      story: 'Somebody will be in touch, wrote somebody who was in touch.',
      facts: { promise: 'broken' },
      causes: ['hand_off'],
    },
    {
      on: 'wrong_name',
      story: 'They need proof that my name is my name.',
      phrase: 'Please attach certified proof.',
      causes: ['policy'],
      belief: 'I thought we would believe people about their own name.',
    },
    {
      on: 'wrong_name',
      story: 'The wrong name is now spelt wrong as well.',
      causes: ['system', 'knowledge'],
      well: 'They did try. Something was changed.',
    },
    {
      on: 'reopen_case',
      story: 'A closed case cannot be reopened because it is closed.',
      facts: { escalation: 'not_offered', addressed: 'no' },
      phrase: 'As the case is closed, we are unable to reopen it.',
      causes: ['policy'],
      unsaid: 'I drew a small circle on my notepad. There was no box for that.',
    },
    {
      on: 'reopen_case',
      story: 'I got the same letter as last time, with a new date.',
      causes: ['policy', 'wording'],
      why: 'They did not read mine, so I did not finish theirs.',
    },
    {
      on: 'refund_missing',
      story: 'My refund is being “looked into”, a place from which nothing returns.',
      facts: { promise: 'broken', escalation: 'not_offered' },
      causes: ['hand_off'],
    },
    {
      story: 'The mail was signed by “the team”, and I have never felt less part of one.',
      causes: ['wording'],
    },
    {
      story: 'They regretted any inconvenience I may have felt.',
      phrase: 'Any inconvenience you may have experienced.',
      causes: ['wording'],
      belief: 'I believe that I wrote that sentence, nine years ago.',
    },
    {
      story: 'I was asked to rate the answer before there was one.',
      causes: ['system'],
      facts: { survey: 'could_not_say' },
    },
    {
      story: 'They closed it while I was still attaching the photograph.',
      causes: ['system', 'policy'],
      facts: { addressed: 'no' },
    },
    {
      story: 'Two departments answered me, and they do not agree.',
      causes: ['hand_off', 'knowledge'],
      belief: 'I thought that one complaint got one answer.',
      facts: { transfers: 1 },
    },
    {
      story: '“We take this very seriously”, it said, and took it no further.',
      phrase: 'We take this very seriously.',
      causes: ['wording'],
      facts: { escalation: 'not_offered' },
    },
  ],
  nobody: [
    {
      on: 'no_reply',
      story: 'I complained about silence and the answer was silence.',
      facts: { reached: 'no_answer', wait: '4_to_10' },
      causes: ['staffing'],
    },
    {
      story: 'An automatic receipt, a number, and then nothing but the number.',
      facts: { reached: 'no_answer', wait: '4_to_10' },
      causes: ['hand_off'],
      well: 'The receipt came within a minute.',
    },
    {
      story: 'Ten days. I checked the junk folder twice, out of loyalty.',
      facts: { reached: 'no_answer', wait: '4_to_10' },
      causes: ['staffing', 'system'],
      belief: 'The report says two days on average. I must be what is averaged away.',
    },
    {
      on: 'reopen_case',
      story: 'I asked them to reopen a case, and they did not even close the new one.',
      facts: { reached: 'no_answer', wait: '4_to_10' },
    },
    {
      story: 'My complaint has joined the others, wherever they are.',
      causes: ['hand_off'],
      facts: { reached: 'no_answer', wait: '4_to_10' },
    },
    {
      story: 'The out-of-office of a shared mailbox: I did not know that there was such a thing.',
      causes: ['system'],
      facts: { reached: 'no_answer', wait: '4_to_10' },
    },
  ],
}
