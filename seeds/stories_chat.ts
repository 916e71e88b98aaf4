import type { Tellings } from './telling.ts'

/** Moving-home chat, where one found the people: they are good. */
export const CHAT_WELL: Tellings = {
  good: [
    {
      on: 'two_flats',
      story: 'It took one photo of the meter and one person who had seen that riddle before.',
      well: 'Asked for a photo instead of a number I would have got wrong.',
      phrase: 'Ah, the two-flats one! I know this.',
    },
    {
      on: 'two_flats',
      story: 'She drew the two flats in dashes and brackets, and I finally understood my own stairwell.',
      well: 'A drawing made of punctuation. I have kept it.',
    },
    {
      on: 'out_by_friday',
      story: 'They closed the old account while I was still looking for the reading.',
      why: 'Moving week, and one thing was simply done.',
      facts: { transfers: 0 },
    },
    {
      on: 'out_by_friday',
      story: 'I said Friday, and everything after that was about Friday.',
      well: 'Understood the one thing that mattered.',
      belief: 'I thought that chat could not hear panic.',
    },
    {
      on: 'final_bill_abroad',
      story: 'She asked which time zone I would be in, and promised the bill for a Tuesday there.',
      facts: { promise: 'kept' },
      phrase: 'What time is it for you when we send it?',
    },
    {
      on: 'new_supply',
      story: 'I did not know who supplied my new flat; they did, and said so although it was not us.',
      phrase: 'It isn’t us, but I’ll tell you who it is.',
      why: 'I would come to them now, just for that.',
    },
    {
      on: 'new_supply',
      story: 'Switched, welcomed, done, in the time it takes to boil pasta.',
      well: 'Sent one link, and it was the right one.',
    },
    {
      story: 'The moment a person joined, my shoulders came down.',
      well: 'Read everything above before saying hello.',
      facts: { repeated: 'no' },
    },
    {
      story: 'He typed “give me two minutes”, and came back in two minutes.',
      phrase: 'Give me two minutes.',
      facts: { promise: 'kept', escalation: 'offered' },
    },
    {
      story: 'She noticed that I type slowly and waited for me.',
      belief: 'I thought nobody would notice silence in a chat.',
      well: 'The waiting. It is hard to do in a chat.',
    },
    {
      story: 'No smileys, no copy and paste, just someone who wanted my boxes to have light.',
    },
    {
      story: 'She took over from the bot and tidied up what it had done.',
      well: 'Apologised for the bot, as for a puppy.',
    },
    {
      story: 'I wrote one messy paragraph and got back a clean list with days on it.',
      phrase: 'Here is what I’ll do, and when.',
      facts: { promise: 'kept' },
    },
    {
      story: 'Somebody in there has moved house before; you could tell.',
      why: 'They knew the third question before I did.',
    },
    {
      story: 'I thought that I had lost the chat, and they had kept it open for me.',
      belief: 'I thought that it was gone once it was gone.',
    },
  ],
  cold: [
    {
      on: 'final_bill_abroad',
      story: 'The right answer in four fragments, one every ninety seconds.',
      causes: ['staffing'],
      well: 'The answer was complete, once it had all arrived.',
    },
    {
      on: 'two_flats',
      story: 'A link to a page that answers precisely this, and “Is there anything else?”.',
      phrase: 'Is there anything else I can help you with today?',
      causes: ['policy', 'wording'],
    },
    {
      on: 'out_by_friday',
      story: 'Solved by somebody who, I suspect, was solving three others.',
      causes: ['staffing'],
      belief: 'I approved three chats at a time. I had never been the third.',
    },
    {
      on: 'new_supply',
      story: 'I became a customer without anybody seeming to mind either way.',
      why: 'Yes, but mostly because I was already there.',
    },
    {
      story: 'Every sentence was polite and none of them was written for me.',
      causes: ['wording'],
    },
    {
      story: 'They answered the question and not the person asking it.',
      well: 'No spelling mistakes, no wrong turn.',
    },
    {
      story: 'The chat closed itself while I was typing thank you.',
      phrase: 'This conversation has ended.',
      causes: ['system'],
      unsaid: 'I wanted to thank somebody and could not.',
    },
  ],
  kind: [
    {
      story: 'Somebody cared about me for twenty minutes, in the wrong department.',
      causes: ['hand_off'],
      well: 'They stayed, although it was not theirs.',
      facts: { addressed: 'no' },
    },
    {
      story: 'So many kind words, and each of them about a tariff that I do not have.',
      causes: ['knowledge', 'system'],
      phrase: 'Bless you, that must be stressful!',
    },
    {
      on: 'final_bill_abroad',
      story: 'She was delighted about my move and sent the final bill to the flat I had left.',
      causes: ['system'],
      well: 'Real joy about somebody else’s adventure.',
    },
    {
      on: 'two_flats',
      story: 'He believed me at once, and opened a second account for a flat that is not there.',
      causes: ['knowledge', 'system'],
      belief: 'I thought that being believed was all I wanted.',
    },
    {
      on: 'out_by_friday',
      story: 'Full of sympathy, and a week wrong about the deadline.',
      causes: ['knowledge'],
    },
    {
      story: 'We had a nice time, and I still have two suppliers.',
      on: 'new_supply',
      causes: ['hand_off'],
    },
  ],
}
