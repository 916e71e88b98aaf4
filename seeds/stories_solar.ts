import type { Tellings } from './telling.ts'

/** Solar sales desk: good at wanting your business, less good once you have given it. */
export const SOLAR: Tellings = {
  good: [
    {
      on: 'shared_roof',
      story: 'They talked me out of half the panels, and I trust them with the other half.',
      phrase: 'You’d never earn those back, facing north.',
      why: 'They would rather sell me less and be right.',
    },
    {
      on: 'shared_roof',
      story: 'He knew at once that the neighbours were the difficult part, not the roof.',
      well: 'Sent me a page I could show to the other owners.',
      facts: { promise: 'kept' },
    },
    {
      on: 'terrace_quote',
      story: 'A quote on one page, with a sum at the bottom, and the sum was the sum.',
      well: 'The quote came the same evening, as promised.',
      facts: { promise: 'kept' },
      belief: 'I thought our quotes had to be nine pages.',
    },
    {
      on: 'terrace_quote',
      story: 'She asked what I wanted it for before she said what it would cost.',
      well: 'Good questions, in the right order.',
    },
    {
      on: 'battery_later',
      story: 'They said to wait two years with the battery, and why.',
      phrase: 'I’d keep your money in your pocket for now.',
      why: 'Because I believed every word.',
    },
    {
      on: 'battery_later',
      story: 'I asked a beginner’s question and was not made to feel like a beginner.',
      well: 'He drew it for me in words: roof, box, battery, kettle.',
    },
    {
      on: 'panels_less',
      story: 'They looked at my output while I was on the phone and found the chimney’s shadow.',
      facts: { escalation: 'offered' },
      well: 'Took it as a puzzle to solve, not a complaint to fend off.',
      belief: 'I assumed that sales would pass me straight to service.',
    },
    {
      on: 'panels_less',
      story: 'He said that the estimate we had given me was too high, and that he would put it right.',
      phrase: 'We promised you more than that roof can do.',
      why: 'I would rather have an honest firm than a sunny one.',
      facts: { promise: 'kept' },
    },
    {
      story: 'I rang with half an idea and left with a whole one.',
      well: 'Patience. I changed my mind twice and she just turned the page.',
    },
    {
      story: 'Nobody sold me anything, and I would have bought it.',
      why: 'The absence of pressure was the best sales pitch I have heard.',
    },
    {
      story: 'They remembered my first call, including the cat on the roof.',
      facts: { repeated: 'no' },
      well: 'Notes from last time, and they had read them.',
      belief: 'I thought we kept no notes worth reading.',
    },
    {
      on: 'terrace_quote',
      story: 'He asked to see the chimney before he said a single figure.',
      well: 'Asked for a photograph, and had looked at it.',
    },
    {
      story: 'They sent me to a neighbour of mine who has had it for six years.',
      phrase: 'Don’t take it from me. Ask her.',
    },
    {
      on: 'shared_roof',
      story: 'One page for six owners, in words that all six understood.',
      facts: { promise: 'kept' },
    },
    {
      story: 'I was told what it would not do, and bought it in my mind.',
      why: 'The honest half of the sentence came first.',
    },
  ],
  cold: [
    {
      on: 'terrace_quote',
      story: 'A fine quote, delivered like a summons.',
      well: 'Detailed, and nothing was left out.',
      causes: ['wording'],
    },
    {
      on: 'shared_roof',
      story: 'I learned a great deal about my roof and nothing about whether they wanted me.',
      causes: ['wording'],
      why: 'The neighbours’ installer laughed with us.',
    },
    {
      on: 'battery_later',
      story: 'Kilowatts, cycles, depth of discharge; goodbye.',
      phrase: 'It’s all in the data sheet.',
      belief: 'I thought that expertise would feel like care.',
    },
    {
      on: 'panels_less',
      story: 'He proved that I was wrong, which I was.',
      well: 'The proof was excellent.',
      causes: ['wording'],
    },
    {
      story: 'They were efficient with me, the way one is with a form.',
      facts: { wait: 'under_1' },
    },
  ],
  kind: [
    {
      story: 'An hour of sunshine on the telephone, and two of the three sums were wrong.',
      causes: ['knowledge'],
      well: 'I have not been so cheered up in weeks.',
    },
    {
      on: 'shared_roof',
      story: 'So encouraging about my roof that he forgot it belongs to six families.',
      causes: ['knowledge'],
      well: 'His delight in it. I nearly bought them.',
    },
    {
      on: 'terrace_quote',
      story: 'She promised me a subsidy that ended last year, with the best intentions.',
      phrase: 'You’ll get most of it back, don’t you worry.',
      causes: ['knowledge'],
    },
    {
      on: 'battery_later',
      story: 'We got on famously, and agreed on a battery that does not fit.',
      causes: ['knowledge', 'system'],
    },
    {
      on: 'panels_less',
      story: 'A very kind person told me that it would surely be better in summer; it was summer.',
      phrase: 'It’ll pick up when the sun comes out.',
      causes: ['knowledge'],
    },
    {
      story: 'She loved my roof, my street and my plan, and quoted me for twice the roof.',
      causes: ['knowledge', 'system'],
    },
    {
      story: 'He said that he was new, and that we would find out together; we did not.',
      causes: ['knowledge'],
      phrase: 'We’ll find out together.',
      well: 'The honesty about being new.',
    },
  ],
  poor: [
    {
      on: 'panels_less',
      story: 'When I was buying they had all day; now that I had bought they had a form.',
      causes: ['policy', 'hand_off'],
      phrase: 'This is the sales desk.',
      why: 'The change of voice told me everything.',
    },
    {
      on: 'panels_less',
      story: 'I was told that output is not guaranteed, in a tone that was.',
      causes: ['wording'],
      facts: { escalation: 'not_offered' },
    },
    {
      on: 'terrace_quote',
      story: 'They would send the quote by Monday, and I did not ask which one.',
      facts: { promise: 'broken' },
      belief: 'I thought that at least we answer people who want to give us money.',
    },
    {
      on: 'terrace_quote',
      story: 'He asked for the size of my roof in square metres, and would not talk until he had it.',
      phrase: 'I can’t do anything without the square metres.',
      causes: ['policy'],
    },
    {
      on: 'shared_roof',
      story: '“We don’t do flats”, and that was the end of my solar summer.',
      phrase: 'We don’t do flats.',
      belief: 'We do do flats. It is on the front page of the strategy.',
      causes: ['knowledge'],
    },
    {
      on: 'battery_later',
      story: 'I wanted advice on a battery and was booked in for a sales visit, twice.',
      causes: ['policy'],
      facts: { repeated: 'yes' },
    },
    {
      story: 'I felt like a lead. That is our word for a person who wants something from us.',
      causes: ['wording'],
      unsaid: 'Can we find another word?',
    },
    {
      story: 'I asked what speaks against it and there was a silence, and then a discount.',
      causes: ['knowledge', 'policy'],
    },
    {
      story: 'They answered the question that they had wanted me to ask.',
      causes: ['wording'],
    },
  ],
  nobody: [
    {
      story: 'I wanted to spend nine thousand pounds and nobody picked up.',
      facts: { reached: 'no_answer', wait: '3_to_10' },
      causes: ['staffing'],
      why: 'The next firm on the list answered.',
    },
    {
      story: 'The desk was open, the line was open, and nobody came to it.',
      facts: { reached: 'gave_up', wait: 'over_10' },
      causes: ['staffing'],
    },
    {
      story: 'I left a message for somebody who sells sunshine, and it went dark.',
      causes: ['staffing'],
      facts: { reached: 'gave_up', wait: '3_to_10' },
    },
    {
      story: 'All advisors were out on roofs, I suppose.',
      why: 'I would have bought, that day.',
      facts: { reached: 'no_answer', wait: '3_to_10' },
    },
  ],
}
