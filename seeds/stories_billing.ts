import type { Tellings } from './telling.ts'

/** Billing line, where it at least got somewhere: since call-backs and plain words came half-way through the year, most contacts. */
export const BILLING_WELL: Tellings = {
  good: [
    {
      on: 'bill_doubled',
      story: 'She went through the bill with me line by line and found the estimated reading before I did.',
      well: 'She asked for a reading first and told me why she was asking.',
      phrase: 'Let’s look at it together, then neither of us has to guess.',
      belief: 'I thought nobody here had the time to read a bill aloud.',
    },
    {
      on: 'bill_doubled',
      story: 'I hung up able to explain my own bill, which I could not have done at breakfast.',
      well: 'He stopped after every line and asked whether it made sense so far.',
      why: 'I would trust the next bill without ringing.',
    },
    {
      on: 'bill_doubled',
      story: 'They said the doubling was our estimate, not my kettle, and said sorry before I had asked for it.',
      phrase: 'That one is on us.',
      well: 'An apology in the second sentence, and it sounded meant.',
      facts: { escalation: 'offered' },
    },
    {
      on: 'debit_twice',
      story: 'The second payment was on its way back before I had finished being cross about it.',
      well: 'He named the day the money would be there, and it was.',
      facts: { promise: 'kept', wait: '1_to_3' },
      why: 'A mistake put right that fast is better than no mistake.',
    },
    {
      on: 'debit_twice',
      story: 'I was told exactly which button had been pressed twice, and that it was not mine.',
      well: 'Took the blame off the customer at once.',
      belief: 'I had believed we never admit a slip of our own on the phone.',
    },
    {
      on: 'debit_twice',
      story: 'She asked whether the double payment had left me short this week, and meant it.',
      phrase: 'Has this left you short?',
      why: 'Nobody at my own bank has ever asked me that.',
      unsaid: 'I had a lump in my throat, and I sit on the executive committee.',
    },
    {
      on: 'refund_missing',
      story:
        'The refund had gone to a closed account; they found it, said so, and rang me back on the day they had named.',
      facts: { promise: 'kept', transfers: 0 },
      well: 'A call-back that came within the hour it was promised for.',
    },
    {
      on: 'refund_missing',
      story: 'He gave me a date, a reference and a way to get past him if the date slipped.',
      facts: { escalation: 'offered' },
      phrase: 'If it isn’t there by then, don’t start again with us, quote this and ask for my manager.',
      belief: 'I believed we hide the way up. He handed it over.',
    },
    {
      on: 'tariff_end',
      story: 'She told me the cheaper tariff was not the one she was supposed to sell.',
      phrase: 'Honestly, I’d stay where you are until March.',
      why: 'Advice against their own interest. I would stay for years.',
    },
    {
      on: 'tariff_end',
      story: 'Two tariffs, one sentence each, and time to think about it overnight.',
      well: 'No pressure at all, and he sent the comparison while we were talking.',
    },
    {
      story: 'I was offered a call-back instead of the queue, and it came while the tea was still hot.',
      facts: { promise: 'kept', wait: '1_to_3', repeated: 'no' },
      well: 'The call-back knew why I had rung.',
      belief: 'I thought call-backs were where calls go to die.',
    },
    {
      story: 'They repeated my problem back to me better than I had put it.',
      well: 'Listened to the end. I could hear that nothing was being typed.',
    },
    {
      story: 'He said what would happen next, by when, and what I need not do.',
      phrase: 'You don’t need to do anything now.',
      why: 'It was over when the call was over.',
    },
    {
      story: 'It took nine minutes and I would have given it twenty.',
      facts: { wait: 'under_1' },
      well: 'Picked up in seconds, and sounded pleased that I had rung.',
    },
    {
      story: 'She noticed that I was embarrassed about money and never once made me say it.',
      well: 'Offered to spread the payments as if everybody did.',
      belief: 'I thought tact could not be put into a process. I still do; but she has it.',
    },
    {
      story: 'For the first time I heard what our own training films promise.',
      why: 'Because I was spoken to like a neighbour.',
    },
    {
      story: 'They rang me back on the Saturday, because I had said that weekdays are hard.',
      well: 'They had listened to the half-sentence about my weekdays.',
      facts: { promise: 'kept' },
    },
    {
      story: 'I was told that I was owed eleven pounds, which I had not asked about.',
      phrase: 'While I’m in here, I can see we owe you something.',
    },
    {
      story: 'No hold music: he said “I’ll think aloud”, and did.',
      phrase: 'I’ll think aloud, stop me if I lose you.',
    },
    {
      on: 'bill_doubled',
      story: 'She drew me a picture of my bill in three sentences, and I could see it.',
    },
    {
      on: 'debit_twice',
      story: 'A wrong debit, a refund ten minutes later, and a sorry in between.',
      facts: { promise: 'kept', wait: 'under_1' },
    },
    {
      on: 'tariff_end',
      story: 'They had the letter in front of them that had confused me, and agreed that it was confusing.',
      belief: 'I approved that letter. I had never had to act on it.',
    },
    {
      story: 'It turned out to be our mistake, and nobody spent a second pretending otherwise.',
    },
    {
      story: 'The person who rang back was the person I had spoken to.',
      why: 'One voice from beginning to end.',
      facts: { promise: 'kept', repeated: 'no' },
    },
    {
      story: 'I said that I did not understand, and was thanked for saying so.',
      well: 'Made it safe to be slow.',
    },
    {
      on: 'refund_missing',
      story: 'The whole refund, with the date and the reason, in one breath.',
      facts: { promise: 'kept' },
    },
  ],
  cold: [
    {
      on: 'bill_doubled',
      story: 'Everything I was told was right, and I have rarely felt so much like a reference number.',
      well: 'The sums were correct to the penny.',
      causes: ['wording'],
    },
    {
      on: 'bill_doubled',
      story: 'He solved the bill without once noticing there was a person holding it.',
      phrase: 'It’s all on the back of the statement.',
      why: 'Right is not the same as welcome.',
    },
    {
      on: 'debit_twice',
      story: 'The money comes back in five working days, which I learned in five words.',
      phrase: 'Five working days. Anything else?',
      well: 'Quick and correct.',
    },
    {
      on: 'refund_missing',
      story: 'I got my answer, and with it the feeling of having taken up somebody’s time.',
      causes: ['staffing'],
      belief: 'I thought a correct answer was what people want.',
    },
    {
      on: 'tariff_end',
      story: 'A price list was read to me at speed, accurately.',
      well: 'No mistakes in it, I checked afterwards.',
      why: 'I would compare elsewhere first.',
    },
    {
      story: 'They verified me for four minutes and helped me for one.',
      causes: ['policy'],
      phrase: 'I can’t discuss anything until you’ve passed security.',
      unsaid: 'A question about how long the security part took. It was most of the call.',
    },
    {
      story: 'It was all perfectly correct, like a parking ticket.',
      causes: ['wording'],
    },
    {
      story: 'I was thanked three times and looked after not at all.',
      well: 'The thank-yous, I suppose. They came at the right places.',
      causes: ['wording'],
    },
    {
      story: 'The right answer, from someone who was already on the next call.',
      causes: ['staffing'],
    },
    {
      story: 'My question was answered before I had finished it, which was clever and not kind.',
      causes: ['wording'],
    },
    {
      story: 'I know exactly what I owe, and by when, and what happens if not.',
      phrase: 'Failing that, a charge applies.',
      causes: ['wording', 'policy'],
    },
    {
      story: 'He was finished with me two sentences before I was finished.',
      causes: ['staffing'],
      well: 'The sum was right.',
    },
    {
      story: 'My payment is arranged, confirmed and on record, and so, I think, am I.',
      causes: ['wording'],
    },
    {
      story: 'I was given the correct page of the tariff book, from memory, at speed.',
      well: 'An impressive memory.',
      why: 'I would have liked to be the one who understood it.',
    },
    {
      story: 'Polite the way a lift is polite.',
      causes: ['wording'],
      phrase: 'Is there anything else today?',
    },
  ],
}
