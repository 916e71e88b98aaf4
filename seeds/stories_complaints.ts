import type { Tellings } from './telling.ts'

/** Complaints by e-mail: correct sentences from nobody in particular, sometimes a person. */
export const COMPLAINTS: Tellings = {
  good: [
    {
      on: 'no_reply',
      story: 'An apology without “if” and “however”: I read it to my husband.',
      phrase: 'We kept you waiting and we should not have.',
      well: 'One person wrote, and signed for it.',
      facts: { escalation: 'offered' },
    },
    {
      on: 'no_reply',
      story: 'The answer began with what they had got wrong, and ended with a date.',
      well: 'Plain words, in the order that I needed them.',
      why: 'I was angry, and they took it well.',
    },
    {
      on: 'wrong_name',
      story: 'They corrected the name, sent a new bill and asked whether the old one had caused any pain; it had.',
      belief: 'I thought a name was a field. It was my mother’s.',
      phrase: 'I am sorry. Seeing that name every month must have hurt.',
    },
    {
      on: 'reopen_case',
      story: 'Somebody had read the whole file before answering; you could tell from the second line.',
      well: 'Nothing that I had said before had to be said again.',
      facts: { repeated: 'no', escalation: 'offered' },
    },
    {
      on: 'reopen_case',
      story: 'They disagreed with me and told me how to take it further, and I liked them for it.',
      facts: { escalation: 'offered', addressed: 'partly' },
      why: 'A fair no is worth more than a soft maybe.',
    },
    {
      on: 'refund_missing',
      story: 'One mail, one person, one payment, and it was there before the mail said that it would be.',
      facts: { promise: 'kept' },
      well: 'She promised Friday and paid on Wednesday.',
    },
    {
      story: 'It read as if somebody had written it standing up, wanting to help.',
      belief: 'I did not know we could sound like that in writing.',
    },
    {
      story: 'The reply was shorter than my complaint and answered more than I had asked.',
      facts: { wait: 'next_day' },
    },
  ],
  cold: [
    {
      on: 'wrong_name',
      story: 'The name is right now, and so was every comma.',
      well: 'Done within a day.',
      facts: { wait: 'next_day' },
      causes: ['wording'],
    },
    {
      on: 'no_reply',
      story: 'My complaint about not being answered was answered on time, and that was its charm.',
      phrase: 'We refer to your message.',
      causes: ['wording'],
    },
    {
      on: 'reopen_case',
      story: 'Four paragraphs, all of them true, three of them for the file.',
      causes: ['policy', 'wording'],
      belief: 'I used to think such letters were thorough. They are armour.',
    },
    {
      on: 'refund_missing',
      story: 'The money came with a letter that made me feel I had taken it.',
      well: 'The money came.',
      causes: ['wording'],
    },
    {
      story: 'They answered every point that I made and missed the point.',
      causes: ['wording'],
    },
    {
      story: 'I have been resolved.',
      phrase: 'Your case has been set to resolved.',
      causes: ['system', 'wording'],
    },
  ],
  kind: [
    {
      story: 'It was the nicest letter I have had from a company, and it answered another one.',
      causes: ['hand_off'],
      phrase: 'I would be upset too, in your place.',
    },
    {
      on: 'no_reply',
      story: 'They were mortified, and answered a question that I had not asked.',
      causes: ['knowledge', 'hand_off'],
      well: 'It took courage to write “I am ashamed of this”.',
    },
    {
      on: 'wrong_name',
      story: 'A heartfelt letter, addressed to the wrong name.',
      causes: ['system'],
      well: 'The heart in it. I do believe it.',
      why: 'I laughed, at least.',
    },
    {
      on: 'refund_missing',
      story: 'She understood me completely and sent the refund to the old account again.',
      causes: ['system', 'knowledge'],
      belief: 'I thought that understanding and mending were one step.',
    },
    {
      on: 'reopen_case',
      story: 'He would have reopened my case gladly, if he had been allowed to see it.',
      causes: ['policy', 'system'],
      phrase: 'I wish I could.',
    },
  ],
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
  ],
}
