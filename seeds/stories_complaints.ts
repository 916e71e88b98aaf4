import type { Tellings } from './telling.ts'

/** Complaints by e-mail, where somebody had read them. */
export const COMPLAINTS_WELL: Tellings = {
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
    {
      story: 'She had rung the depot herself, and told me what they had said in their own words.',
      well: 'Did the ringing round that I had done in vain.',
    },
    {
      story: 'It said what I could do if I still was not content, which made me content.',
      facts: { escalation: 'offered' },
    },
    {
      story: 'Five lines, no logo, and a name one could reply to.',
      well: 'A letter from a person to a person.',
      belief: 'I thought that every mail had to go through the template.',
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
    {
      story: 'A perfect answer, by a very careful lawyer.',
      causes: ['wording', 'policy'],
      belief: 'We asked for those letters to be safe. They are safe.',
    },
    {
      story: 'It was all there, in the passive voice.',
      phrase: 'It has been noted that a delay was experienced.',
      causes: ['wording'],
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
}
