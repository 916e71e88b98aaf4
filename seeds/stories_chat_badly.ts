import type { Tellings } from './telling.ts'

/** Moving-home chat, where one did not find them: a bot at the door. */
export const CHAT_BADLY: Tellings = {
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
    {
      story: 'I was asked to take a screenshot of a chat by the person who was in the chat.',
      causes: ['system'],
      phrase: 'Could you send a screenshot of that?',
    },
    {
      story: 'They said that they would write, and they have not written.',
      causes: ['hand_off'],
      facts: { promise: 'broken' },
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
    {
      story: 'The bot and I agreed on nothing but the weather.',
      causes: ['system'],
    },
    {
      story: 'It understood each of my words, and not the three of them together.',
      causes: ['knowledge', 'system'],
    },
    {
      story: 'It wished me luck with the move and left the chat.',
      causes: ['system'],
      phrase: 'Good luck with your move!',
    },
    {
      story: 'It asked me to say it in other words, until I had used all of mine.',
      causes: ['knowledge'],
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
    {
      story: 'I was third, then second, then logged out.',
      causes: ['system'],
      facts: { reached: 'gave_up', wait: '3_to_10' },
    },
  ],
}
