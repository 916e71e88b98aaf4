import { customer, EN, type Errand } from './scenario.ts'

const EN_SV = ['en', 'sv'] as const

/** Errands for the chat. */
export const SCREEN_ERRANDS: readonly Errand[] = [
  {
    key: 'two_flats',
    from: 'past_the_bot',
    title: 'One meter, two flats',
    touchpoints: ['chat'],
    languages: EN_SV,
    errand: 'Ask whose electricity it is when two flats share one meter.',
    coverStory:
      'You move into the upper of two flats. There is one meter in the hall and two names on the door. You do not want to pay for the neighbour’s piano amplifier, nor start with a quarrel.',
    openingLine: 'I’m moving in above someone, and we seem to share one meter. What do I do?',
    details: customer('Theo Barnes', '11A Priory Street, York', 'none yet'),
  },
  {
    key: 'out_by_friday',
    from: 'moving_home',
    title: 'Out by Friday',
    purpose: 'went_wrong',
    touchpoints: ['chat'],
    languages: EN,
    errand: 'Say that you must be out by Friday and your account is still open.',
    coverStory:
      'You told us three weeks ago that you are moving. Nothing happened. You hand over the keys on Friday and want a final reading, a final bill and peace.',
    openingLine: 'I’m out by Friday and my account’s still open. Can you close it with me now?',
    ifAsked:
      'Your account: the prepared details. The reading: the prepared one. The new address: you do not have a letter box there yet; mail will do. Whether you can ring: no, you are surrounded by boxes.',
    never: 'Never close any account but the prepared one, never give a real address.',
    afterwards: 'If they closed the prepared account, tell your lead the same day, who opens it again.',
    details: customer('Lydia Frost', '8 Garden Walk, Wakefield', '7714 281 664', ['Reading', '40,118']),
  },
  {
    key: 'final_bill_abroad',
    from: 'no_box_for_me',
    title: 'Final bill abroad',
    touchpoints: ['chat'],
    languages: EN_SV,
    errand: 'Ask how your final bill can follow you abroad.',
    coverStory:
      'You are moving to Lisbon for work. There will be no post to the old flat and no British bank account after next month. You want the final bill by mail and a way to pay it.',
    openingLine: 'I’m moving abroad next month. How do I get my final bill, and how can I pay it from there?',
    details: customer('Nell Ashby', '30 Park Row, Bradford', '7714 118 093', ['Mail', 'nell.ashby@mail.example']),
  },
  {
    key: 'new_supply',
    from: 'new_customer_by_phone',
    title: 'Who supplies me?',
    touchpoints: ['chat'],
    languages: EN_SV,
    errand: 'Ask who supplies your new flat, and what it takes to come to us.',
    coverStory:
      'You got the keys today. There is light, so somebody supplies it, but there is no letter and the landlord shrugs. If it is easy, you would like to come to us.',
    openingLine: 'I’ve just got the keys to a new flat. Who supplies it, and can I switch to you?',
    details: customer('Jasper Quill', '2 Foundry Court, flat 9, Leeds', 'none yet', [
      'Mail',
      'jasper.quill@mail.example',
    ]),
  },
]
