import type { Tellings } from './telling.ts'

/** Moving-home chat: a bot at the door, and good people behind it if you can find them. */
export const CHAT: Tellings = {
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
  poor: [
    {
      on: 'out_by_friday',
      story: 'The chat knew my name, and not one thing I had told it.',
      facts: { repeated: 'yes', transfers: 1 },
      causes: ['system', 'hand_off'],
      phrase: 'Could you please describe your concern?',
    },
    {
      on: 'out_by_friday',
      story: 'I was told that my Friday is not a priority case.',
      phrase: 'This is not a priority case.',
      causes: ['wording', 'policy'],
      why: 'It was my priority case.',
    },
    {
      on: 'two_flats',
      story: 'My stairwell does not exist in our system, so I am to ring somebody.',
      facts: { addressed: 'no' },
      causes: ['system'],
      belief: 'I believed the address data was clean. I have signed that it is.',
    },
    {
      on: 'final_bill_abroad',
      story: 'They needed a local address to send the bill for leaving my local address.',
      causes: ['policy', 'system'],
      well: 'The person saw the joke, I think.',
    },
    {
      on: 'new_supply',
      story: 'I asked to become a customer and was asked for my customer number.',
      phrase: 'I just need your customer number to get started.',
      causes: ['system'],
      why: 'We would have lost me at the front door.',
    },
    {
      story: 'Three people in one chat, none of whom could see the others.',
      facts: { transfers: 2, repeated: 'yes' },
      causes: ['hand_off', 'system'],
    },
    {
      story: 'I wrote a paragraph and got back a smiley and a link.',
      causes: ['wording'],
    },
  ],
  bot: [
    {
      story: 'I talked to our bot for ten minutes, and we parted as strangers.',
      causes: ['system'],
      phrase: 'I’m still learning!',
      why: 'I am not here to teach it.',
    },
    {
      story: 'The bot understood “moving” and nothing I put after it.',
      causes: ['system', 'knowledge'],
      belief: 'The monthly report says that it solves four in five. I was the fifth.',
    },
    {
      story: 'I typed “person” six times. It is a kind of prayer.',
      causes: ['policy'],
      unsaid: 'The sixth was in capitals.',
    },
    {
      on: 'new_supply',
      story: 'The bot did it all in a minute, and I have no complaint except that I miss having one.',
      well: 'Quick, right, and it did not pretend to be a person.',
      felt: 2,
      facts: { addressed: 'yes', correct: 'yes', repeated: 'no', escalation: 'not_needed' },
    },
    {
      on: 'final_bill_abroad',
      story: 'It asked for my new postcode until I gave it one that was not mine.',
      phrase: 'Please enter a valid postcode.',
      causes: ['system'],
    },
    {
      on: 'two_flats',
      story: 'The bot thanked me for my patience, which it had not checked.',
      causes: ['wording'],
    },
    {
      story: 'It offered me five buttons, and I was the sixth kind of person.',
      causes: ['system'],
      why: 'A door that will not open is not a door.',
    },
    {
      story: 'A very cheerful machine sent me back to the page I had come from.',
      phrase: 'Great question!',
      well: 'It was there at once, I will give it that.',
    },
  ],
  nobody: [
    {
      story: 'An advisor would join shortly, it said, for eighteen minutes.',
      facts: { reached: 'gave_up', wait: 'over_10' },
      causes: ['staffing'],
      phrase: 'An advisor will join you shortly.',
    },
    {
      story: 'I watched three dots until my tea was cold.',
      facts: { reached: 'gave_up', wait: 'over_10' },
      causes: ['staffing', 'system'],
    },
    {
      story: 'The chat was open and the people were not.',
      facts: { reached: 'no_answer', wait: '3_to_10' },
      belief: 'I thought our opening hours were when we are open.',
    },
  ],
}
