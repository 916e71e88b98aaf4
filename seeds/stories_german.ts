import type { Tellings } from './telling.ts'

/** Kundenservice: right, complete, and cool. Quotes are put into English by the leaders. */
export const GERMAN: Tellings = {
  good: [
    {
      on: 'moving_flat',
      story: 'She wished me luck with the new flat, and it was the first nice thing anyone had said about it.',
      well: 'Registered the move and still had time for a kind word.',
      phrase: 'I hope it’s a good kitchen.',
    },
    {
      on: 'moving_flat',
      story: 'Old flat, new flat, one call, and a confirmation in my inbox before we had said goodbye.',
      well: 'Told me each step as she did it.',
      why: 'It was easy. Moving never is.',
    },
    {
      on: 'payments_high',
      story: 'He lowered the payments to what I really use, and asked whether that was enough of a relief.',
      belief: 'I expected to have to fight for it.',
      facts: { escalation: 'offered' },
    },
    {
      on: 'smart_meter',
      story: 'I was worried about being watched, and he took the worry seriously before he took it apart.',
      phrase: 'That’s a fair thing to ask.',
      well: 'Never once said that I had misunderstood.',
    },
    {
      story: 'Friendly on a Monday morning, which I had thought was against our house rules.',
      belief: 'I thought correct and friendly were two different jobs here.',
    },
    {
      story: 'He laughed at my joke. It was a small joke, but it was the first laugh I have had from us.',
      well: 'Human, and every figure right all the same.',
    },
  ],
  cold: [
    {
      on: 'moving_flat',
      story: 'My move is registered, in the way that parcels are.',
      well: 'Not one mistake in the address, both of them.',
      causes: ['wording'],
    },
    {
      on: 'moving_flat',
      story: 'Every question was necessary and none of them was about me.',
      phrase: 'Meter number. Reading. Date.',
      causes: ['wording', 'policy'],
    },
    {
      on: 'moving_flat',
      story: 'It took four minutes and was flawless, and I was glad when it was over.',
      facts: { wait: 'under_1' },
      why: 'I would stay out of habit.',
    },
    {
      on: 'moving_flat',
      story: 'Perfectly handled; I have had warmer receipts.',
      belief: 'I was proud of our speed. Speed can also be a way of not looking up.',
    },
    {
      on: 'payments_high',
      story: 'The calculation was correct, and it was read to me like a verdict.',
      phrase: 'The calculation is correct.',
      causes: ['wording'],
    },
    {
      on: 'payments_high',
      story: 'I said that I could not sleep over it, and was told the due date.',
      well: 'The due date was right.',
      causes: ['wording'],
      why: 'I would look for somebody who hears the first half of a sentence.',
    },
    {
      on: 'payments_high',
      story: 'He explained the formula twice, the second time louder.',
      belief: 'I signed off that formula. I could not follow it on the phone.',
      causes: ['knowledge', 'wording'],
    },
    {
      on: 'payments_high',
      story: 'I got what I came for, and felt that I owed them an apology.',
      well: 'The payments were lowered on the spot.',
    },
    {
      on: 'smart_meter',
      story: 'Paragraph, sub-paragraph, deadline.',
      phrase: 'It is the law.',
      causes: ['policy', 'wording'],
      unsaid: 'It is the law. It is also my cellar.',
    },
    {
      on: 'smart_meter',
      story: 'All my questions were answered, including two that I would have liked to ask first.',
      well: 'Thorough. Nothing was left open.',
    },
    {
      on: 'smart_meter',
      story: 'I now know everything about the meter, and she still does not know why I rang.',
      causes: ['wording'],
    },
    {
      story: 'Competent from the first word to the last, and there were not many words.',
      facts: { wait: 'none' },
      well: 'I trust every one of them.',
    },
    {
      story: 'It was like being served by a very good dictionary.',
      belief: 'We win prizes for accuracy. I see now which prize we do not win.',
    },
    {
      story: 'They were right and I was alone.',
      causes: ['wording'],
    },
    {
      story: 'No greeting, no mistake, no goodbye.',
      well: 'No mistake.',
      causes: ['policy'],
    },
    {
      story: 'I said thank you twice; I believe we both meant the end of the call.',
      why: 'It does the job. So does the competitor.',
    },
    {
      story: 'I was put through once, to the right person, without a word.',
      well: 'It was the right person.',
      facts: { transfers: 1 },
    },
  ],
  kind: [
    {
      story: 'For once somebody took their time with me, and then sent me the form for companies.',
      causes: ['knowledge'],
      belief: 'I would have bet on cold and right. It was the other way round.',
    },
    {
      on: 'payments_high',
      story: 'He felt with me so much that he lowered the wrong account.',
      causes: ['system', 'knowledge'],
      phrase: 'Nobody should lose sleep over us.',
    },
    {
      on: 'smart_meter',
      story: 'She agreed with me that nobody needs that meter, which was sweet, and wrong.',
      causes: ['knowledge'],
      phrase: 'Between us, I wouldn’t want one either.',
    },
  ],
  poor: [
    {
      on: 'payments_high',
      story: 'I may put my objection in writing, and will hear within the legal time.',
      phrase: 'Please put that in writing.',
      causes: ['policy'],
      facts: { escalation: 'when_asked', addressed: 'no' },
    },
    {
      on: 'moving_flat',
      story: 'I had the wrong form, the right form was elsewhere, and elsewhere was closed.',
      facts: { transfers: 1, addressed: 'no' },
      causes: ['hand_off', 'policy'],
    },
    {
      on: 'smart_meter',
      story: 'I was told off for ringing before the second letter had come.',
      belief: 'I believed that nobody here would scold a customer.',
      causes: ['wording'],
    },
    {
      story: 'My question is not on the list of questions.',
      causes: ['policy', 'knowledge'],
      facts: { escalation: 'not_offered' },
    },
    {
      story: 'I was corrected three times before I had said what I wanted.',
      causes: ['wording'],
      phrase: 'That is not what it is called.',
    },
  ],
  nobody: [
    {
      story: 'A voice told me correctly how long I would wait, and it was longer than my lunch.',
      facts: { reached: 'gave_up', wait: 'over_10' },
      well: 'The waiting time was announced, and it was honest.',
      causes: ['staffing'],
    },
    {
      story: 'The line was busy from eight until I had to go to work.',
      causes: ['staffing'],
      facts: { reached: 'no_answer', wait: '3_to_10' },
    },
    {
      story: 'I gave up at minute twelve; the announcement had said ten, so it was honest almost to the end.',
      causes: ['staffing'],
      facts: { reached: 'gave_up', wait: 'over_10' },
    },
  ],
}
