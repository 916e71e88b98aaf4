import type { Tellings } from './telling.ts'

/** The shop in Leeds: the warmest counter of the company, where too little can be settled. */
export const SHOP: Tellings = {
  good: [
    {
      on: 'key_meter',
      story: 'She put ten pounds on the key first and asked the questions afterwards.',
      well: 'Light first, paperwork second.',
      phrase: 'Let’s get your lights on, then we’ll talk.',
      facts: { escalation: 'offered' },
    },
    {
      on: 'key_meter',
      story: 'I was treated like somebody who had had a bad week, not like somebody who had not paid.',
      belief: 'I thought that we could not tell those two apart.',
      why: 'Dignity. I would cross town for it.',
    },
    {
      on: 'paper_bill',
      story: 'He wrote my father’s reading dates on a card, in large letters, without being asked.',
      well: 'The card is on the fridge now.',
    },
    {
      on: 'paper_bill',
      story: 'Paper bills from next month, no fee, and a chair while I waited.',
      well: 'Offered me the chair before I had said a word.',
    },
    {
      on: 'switch_counter',
      story: 'I switched in the time that it took to rain.',
      phrase: 'Stay till it stops, we’re nearly done anyway.',
    },
    {
      on: 'tariff_end',
      story: 'She turned the screen round so that we could both see it.',
      well: 'The turned screen. Such a small thing.',
      belief: 'I thought that the screens were bolted down.',
    },
    {
      story: 'They knew the man before me by his dog, and me by my question when I came back.',
      facts: { transfers: 0 },
    },
    {
      story: 'I left with an answer and a boiled sweet.',
      why: 'The sweet helped.',
    },
    {
      story: 'He rang whoever could settle it and handed me the receiver when it was settled.',
      well: 'He stayed with it to the end.',
      facts: { transfers: 0, escalation: 'offered' },
    },
    {
      story: 'They had not got what I needed, and knew who had, and that they were open until four.',
      why: 'An honest no with an address on it.',
    },
  ],
  cold: [
    {
      story: 'It was settled in two minutes, and nobody looked up for any of them.',
      causes: ['staffing'],
      belief: 'I took this shop’s warmth for granted. It depends on the day.',
    },
    {
      on: 'key_meter',
      story: 'The key works again, and I was glad that there was nobody behind me to hear it all.',
      causes: ['policy', 'wording'],
      well: 'He knew exactly what to press.',
    },
    {
      on: 'switch_counter',
      story: 'All correct, though the queue behind me got more eye contact than I did.',
      causes: ['staffing'],
    },
    {
      on: 'paper_bill',
      story: 'The form was filled in for me, over my head.',
      well: 'It was filled in correctly.',
    },
  ],
  kind: [
    {
      on: 'key_meter',
      story: 'Everybody at the counter wanted to help, and nobody had the machine for it.',
      causes: ['system', 'policy'],
      well: 'Three people came over to try.',
      facts: { addressed: 'no' },
    },
    {
      on: 'key_meter',
      story: 'They lent me the shop’s phone, to ring the line that had sent me to the shop.',
      causes: ['hand_off'],
      phrase: 'They always send people here, love.',
      belief: 'I thought that the shop could do what the line can do.',
    },
    {
      on: 'key_meter',
      story: 'He was kinder than he needed to be, and wrong about the emergency credit.',
      causes: ['knowledge'],
      why: 'I would come back for the kindness and ring somebody for the facts.',
    },
    {
      on: 'paper_bill',
      story: 'A cup of tea, a long talk about my father, and the wrong form.',
      causes: ['knowledge'],
      well: 'She remembered him.',
    },
    {
      on: 'paper_bill',
      story: 'They told me that paper bills cost two pounds; they have been free since spring.',
      causes: ['knowledge'],
      phrase: 'I’d waive it if I could, honestly.',
    },
    {
      on: 'paper_bill',
      story: 'So sweet to my imaginary father that I nearly confessed.',
      causes: ['system'],
      well: 'The patience of it.',
      belief: 'I thought that being kind takes time. It took none.',
    },
    {
      on: 'switch_counter',
      story: 'We filled in the whole form together, and then it could only be done online.',
      causes: ['system', 'policy'],
      well: 'Laughed with me about it, not at me.',
    },
    {
      on: 'switch_counter',
      story: 'He found me a wonderful tariff that is for farms.',
      causes: ['knowledge'],
      phrase: 'You’d be daft not to.',
    },
    {
      on: 'switch_counter',
      story: 'I was welcomed like family and signed up like a stranger: twice.',
      causes: ['system'],
      facts: { repeated: 'yes' },
    },
    {
      on: 'tariff_end',
      story: 'Great company, and every number she gave me was last year’s.',
      causes: ['knowledge'],
      why: 'I liked her too much to say so.',
    },
    {
      on: 'tariff_end',
      story: 'He told me which tariff he has himself; it is not one that I can have.',
      causes: ['knowledge', 'policy'],
      well: 'He spoke like a friend in a pub.',
    },
    {
      story: 'The warmest five minutes of my week, and I still do not have an answer.',
      causes: ['policy'],
      facts: { addressed: 'no', escalation: 'when_asked' },
    },
    {
      story: 'They would do anything for you, if only anything were in their system.',
      causes: ['system'],
      belief: 'We took the booking tool away from them in the spring. I voted for it.',
    },
    {
      story: 'I was told three different things by three lovely people.',
      causes: ['knowledge'],
      facts: { transfers: 2 },
    },
    {
      story: 'She promised to ask and ring me, and I think that she is still asking.',
      facts: { promise: 'broken' },
      causes: ['hand_off', 'system'],
      well: 'She wrote my number down with such care.',
    },
    {
      story: 'Kindness all round, and a leaflet for a product we have stopped selling.',
      causes: ['knowledge'],
    },
    {
      story: 'She closed the till, came round the counter and was wrong beside me.',
      causes: ['knowledge'],
      well: 'She came round the counter.',
    },
    {
      story: 'They rang the billing line for me, and waited in the same queue as everybody.',
      causes: ['hand_off', 'policy'],
      belief: 'I thought that the shop had a number of its own.',
      facts: { addressed: 'no' },
    },
    {
      story: 'An old gentleman and I got the same wrong answer, with the same sweet smile.',
      causes: ['knowledge'],
    },
  ],
  poor: [
    {
      story: 'I was told to sit down, and then there was no more telling.',
      causes: ['staffing', 'hand_off'],
      facts: { wait: 'over_10' },
    },
    {
      on: 'key_meter',
      story: 'It was nearly lunch, and one could feel the break in the room.',
      causes: ['staffing'],
      phrase: 'We close at one.',
    },
    {
      on: 'switch_counter',
      story: 'I waited for twenty minutes to be handed a website.',
      causes: ['policy'],
      facts: { addressed: 'no', wait: 'over_10' },
      why: 'I had come in from the rain for a person.',
    },
  ],
  nobody: [
    {
      story: 'The door said open, the lights were on, and it was locked.',
      facts: { reached: 'no_answer', wait: 'none' },
      causes: ['staffing'],
      belief: 'I thought that the hours on our website were the hours of the shop.',
    },
  ],
}
