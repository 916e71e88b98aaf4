import type { Tellings } from './telling.ts'

/** Outage line, where it got somewhere: calm people, also in the middle of the night. */
export const OUTAGE_WELL: Tellings = {
  good: [
    {
      on: 'fridge_medicine',
      story: 'The first thing she asked was how many hours the medicine could wait.',
      well: 'People first, postcode second.',
      phrase: 'Right, let’s make sure that’s safe before anything else.',
      belief: 'I expected the postcode first. It always was, in my day.',
    },
    {
      on: 'fridge_medicine',
      story: 'I was put on the priority list in three minutes, and told what it does and does not do.',
      well: 'Said plainly that a list is not a generator.',
      why: 'Honest about the limits. I would sleep better.',
    },
    {
      on: 'fridge_medicine',
      story: 'He told me where to get a cool box, which is not our job, and is exactly our job.',
      well: 'Thought one step further than his screen.',
    },
    {
      on: 'planned_work',
      story: 'They knew my street, the day and the reason, and offered to text me when it was back.',
      well: 'The text came. It came ten minutes early.',
      facts: { promise: 'kept' },
    },
    {
      on: 'planned_work',
      story: 'I asked a silly question about my freezer and got a kind answer about my freezer.',
      phrase: 'Not silly at all. Keep it shut and it’ll be fine till teatime.',
    },
    {
      on: 'flickering',
      story: 'She let me describe the flicker in my own words and then told me what it was.',
      well: 'Never used a word I would have had to look up.',
      belief: 'I believed this line only reads from the script.',
    },
    {
      on: 'flickering',
      story: 'It was half past the hour when most people sleep, and he sounded glad of the company.',
      well: 'Sounded awake, and made me feel I had been right to ring.',
      why: 'Somebody is there. That is what I pay for.',
    },
    {
      on: 'outage_money',
      story: 'They worked out what I was owed before I knew that I was owed anything.',
      phrase: 'You don’t have to claim it, we’ll do that.',
      why: 'I would tell this at dinner.',
      facts: { escalation: 'offered' },
    },
    {
      on: 'outage_money',
      story: 'He said what the rule was, where it was written, and how to argue with it.',
      facts: { escalation: 'offered' },
      well: 'Told me how to object without my asking.',
    },
    {
      story: 'Answered at the second ring, and by someone who was not in a hurry.',
      facts: { wait: 'under_1' },
      well: 'The calm. You could hear it down the line.',
    },
    {
      story: 'I have run the network for years and never been so glad of a voice.',
      belief: 'I thought people wanted the lights on. First they want somebody to talk to.',
    },
    {
      story: 'They said “I don’t know yet, and I will know at four”, and at four they rang.',
      phrase: 'I don’t know yet, and I will know at four.',
      facts: { promise: 'kept' },
      well: 'Made a small promise and kept it.',
    },
    {
      story: 'She gave me the one number I needed: eleven o’clock.',
      well: 'One fact, said slowly, twice.',
    },
    {
      story: 'They asked who else was in the house before they asked where the house was.',
      belief: 'I had forgotten that we decided this. They had not.',
    },
    {
      on: 'flickering',
      story: 'He told me which light on the box to look at, and waited while I found my glasses.',
    },
    {
      on: 'outage_money',
      story: 'They took my letter apart with me and found the sentence that was wrong.',
      facts: { escalation: 'offered' },
    },
    {
      story: 'I was promised a text at six and got one at half past five, saying there was nothing new.',
      why: 'News that there is no news is still news.',
      facts: { promise: 'kept' },
    },
    {
      on: 'planned_work',
      story: 'The day, the hours, and what to do about the freezer: it took a minute.',
      facts: { wait: 'none' },
    },
  ],
  cold: [
    {
      on: 'planned_work',
      story: 'I got the date, the time and the grid square, and a click.',
      well: 'All of it correct.',
      causes: ['wording'],
    },
    {
      on: 'flickering',
      story: 'The voltage was explained to me as if I were going to be examined on it.',
      phrase: 'That’s within tolerance.',
      causes: ['wording'],
      belief: 'I wrote “within tolerance” into the guidelines myself. It sounds like “go away”.',
    },
    {
      on: 'fridge_medicine',
      story: 'My medicine became a code on a list, correctly spelt.',
      well: 'She did add me to the list, and read it back.',
      why: 'It worked. I just did not matter much.',
    },
    {
      on: 'outage_money',
      story: 'Eleven hours is not twelve, and that was the whole conversation.',
      phrase: 'The threshold is twelve hours.',
      causes: ['policy'],
      facts: { escalation: 'not_offered', addressed: 'partly' },
    },
    {
      story: 'A very good machine would have said the same things in the same voice.',
      well: 'Every fact was right.',
    },
    {
      story: 'I was told what the engineers needed from me, and nothing about what I needed.',
      causes: ['wording', 'policy'],
    },
    {
      story: 'They knew everything about the cable and nothing about the dark.',
      causes: ['wording'],
    },
    {
      story: 'I was read the engineer’s note, word for word, in the engineer’s words.',
      well: 'They did not hide anything.',
      causes: ['wording'],
    },
  ],
  kind: [
    {
      on: 'fridge_medicine',
      story: 'She told me about her own mother, and put me on a list that is for hospitals.',
      causes: ['knowledge'],
      well: 'She understood at once why I was asking.',
    },
    {
      story: 'He promised me the moon by four o’clock, bless him.',
      causes: ['knowledge', 'hand_off'],
      facts: { promise: 'broken' },
      phrase: 'I’ll make it my business personally.',
    },
    {
      on: 'planned_work',
      story: 'Ever so nice, and the work she told me about is in another town.',
      causes: ['system'],
      well: 'She looked for it for a long time, and talked to me while she looked.',
    },
    {
      on: 'outage_money',
      story: 'He was sure that I would get the money; our own rules say that I would not.',
      causes: ['knowledge'],
      belief: 'I thought the rule was simple. I have now read it twice.',
    },
    {
      on: 'flickering',
      story: 'So friendly that it took me an hour to see I had been told nothing.',
      well: 'The friendliest voice of the year so far.',
    },
  ],
}
