import type { Tellings } from './telling.ts'

/** Billing line, where it did not: the rule before the fix, the exception since. */
export const BILLING_BADLY: Tellings = {
  kind: [
    {
      on: 'debit_twice',
      story: 'She was on my side from the first word, and cancelled the wrong one of the two payments.',
      causes: ['system'],
      well: 'Being on my side. It carried us a long way.',
    },
    {
      story: 'He apologised for everything, including two things that we had not done.',
      causes: ['knowledge'],
      phrase: 'Whatever it is, I’m sorry.',
      why: 'An apology with an answer in it, next time.',
    },
    {
      on: 'bill_doubled',
      story: 'A lovely chat, and the explanation turned out to be about somebody else’s tariff.',
      well: 'Warm, patient, funny even.',
      causes: ['knowledge', 'system'],
    },
    {
      on: 'refund_missing',
      story: 'She was so sorry about my refund, and had no idea where it was.',
      phrase: 'I wish I could see what they see.',
      causes: ['system'],
      belief: 'I thought everyone on this line could see refunds. Nobody can.',
    },
    {
      on: 'tariff_end',
      story: 'He cheerfully offered me a tariff that we stopped selling in spring.',
      causes: ['knowledge'],
    },
    {
      story: 'I was comforted, and then given the number I had just dialled.',
      facts: { addressed: 'no', transfers: 1 },
      causes: ['hand_off'],
      well: 'He really did feel for me.',
    },
  ],
  poor: [
    {
      on: 'bill_doubled',
      story: 'I was thanked three times and still do not know what I owe.',
      phrase: 'The system says it is correct.',
      causes: ['system', 'wording'],
      why: 'I would leave over the tone, not the amount.',
    },
    {
      on: 'bill_doubled',
      story: 'Three people, three reasons for one bill, and not one of them asked for a reading.',
      facts: { transfers: 2, repeated: 'yes' },
      causes: ['hand_off', 'knowledge'],
    },
    {
      on: 'bill_doubled',
      story: 'They suggested that I must have used more, four times, in four different ways.',
      phrase: 'You’d be surprised what a tumble dryer uses.',
      belief: 'I believed we start by believing the customer.',
    },
    {
      on: 'debit_twice',
      story: 'We took my money twice and I had to prove it to us.',
      phrase: 'Can you send us a screenshot?',
      causes: ['policy'],
      belief: 'I thought we could see our own direct debits.',
    },
    {
      on: 'debit_twice',
      story: 'They told me to ask my bank why Northwind had taken the money.',
      causes: ['hand_off'],
      why: 'I have never been so politely shown the door.',
    },
    {
      on: 'refund_missing',
      story: 'They promised to ring on Thursday, and I believed them until Friday.',
      facts: { promise: 'broken' },
      causes: ['staffing', 'system'],
      well: 'The promise was made kindly.',
    },
    {
      on: 'refund_missing',
      story: 'My refund is with another team, who cannot be rung, not even by us.',
      facts: { escalation: 'not_offered', transfers: 1 },
      phrase: 'They don’t take calls.',
      causes: ['hand_off'],
    },
    {
      on: 'tariff_end',
      story: 'I rang to stay, and was told to do it online.',
      phrase: 'It’s quicker on the website.',
      why: 'I wanted to be asked to stay.',
      causes: ['policy'],
    },
    {
      story: 'I told my story to three people, and each of them began with my postcode.',
      facts: { transfers: 2, repeated: 'yes' },
      causes: ['hand_off', 'system'],
    },
    {
      story: 'I asked who else could look at it and was told that this is how it is.',
      facts: { escalation: 'not_offered' },
      phrase: 'That’s just how it is.',
      causes: ['policy'],
    },
    {
      story: 'Passed on twice, and cut off the second time, just as somebody said hello.',
      facts: { transfers: 2, addressed: 'no', repeated: 'yes' },
      causes: ['system'],
      unsaid: 'There was no box for being cut off.',
    },
    {
      story: 'Nobody was rude; nobody was there either.',
      causes: ['wording'],
      belief: 'I have told the board for years that this line is our strength.',
    },
  ],
  nobody: [
    {
      story: 'Twenty-two minutes of the same eight bars, then I had a meeting.',
      facts: { reached: 'gave_up', wait: 'over_10' },
      causes: ['staffing'],
      phrase: 'Your call is important to us.',
    },
    {
      story: 'I was seventh in the queue for eleven minutes, and then I was eighth.',
      facts: { reached: 'gave_up', wait: 'over_10' },
      unsaid: 'How do you go backwards in a queue?',
      causes: ['system'],
    },
    {
      story: 'I gave up, and noticed that I was relieved not to have to explain it all.',
      facts: { reached: 'gave_up', wait: '3_to_10' },
      why: 'I would have switched online in that time.',
    },
    {
      story: 'The menu asked me five questions and then said that all lines were busy.',
      facts: { reached: 'gave_up', wait: '3_to_10' },
      causes: ['system', 'staffing'],
      well: 'The menu was short and clear, at least.',
    },
    {
      story: 'I pressed two for bills, and the line pressed nothing for me.',
      causes: ['system'],
      facts: { reached: 'gave_up', wait: '3_to_10' },
    },
    {
      story: 'It rang for four minutes on an ordinary working morning.',
      belief: 'I thought that mornings were covered. It says so on the slide.',
      facts: { reached: 'no_answer', wait: '3_to_10' },
    },
  ],
}
