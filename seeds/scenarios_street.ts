import { customer, EN, type Errand } from './scenario.ts'

/** Errands in public and over the counter. */
export const STREET_ERRANDS: readonly Errand[] = [
  {
    key: 'price_rumour',
    from: 'offer_from_advert',
    title: 'Is it true?',
    purpose: 'ask',
    touchpoints: ['social'],
    languages: ['en', 'sv'],
    errand: 'Ask in public whether it is true that prices go up again.',
    coverStory:
      'In the street group somebody wrote that Northwind’s prices rise by a tenth in spring. You have no strong feelings about it. You would like a yes or a no, and what it means for a small flat.',
    openingLine: 'Is it true that your prices go up by 10% in spring? A yes or no would do nicely.',
    ifAsked:
      'Whether you are a customer: yes, a small flat. Your account: not here, please. If they send a link, ask once more for a yes or a no.',
    never: 'Never argue with others who join in, never write anything about yourself in public.',
    afterwards: 'Thank them once. Delete your message when the reflection is handed in.',
    details: [{ label: 'Account to write from', value: '@moorland_walks (the lead has the password)' }],
  },
  {
    key: 'public_grumble',
    from: 'in_public',
    title: 'A grumble in public',
    touchpoints: ['social'],
    languages: ['en', 'sv'],
    errand: 'Grumble in public, once and politely, about being passed around.',
    coverStory:
      'For a week you have tried to find out whether you may pay every quarter instead of every month. The line said chat, the chat said mail. You are more tired than angry.',
    openingLine: 'A week, three channels, one question: may I pay quarterly? Anyone awake at Northwind?',
    details: [{ label: 'Account to write from', value: '@moorland_walks (the lead has the password)' }],
  },
  {
    key: 'key_meter',
    from: 'first_visit',
    title: 'Key meter, no credit',
    purpose: 'went_wrong',
    touchpoints: ['shop'],
    languages: EN,
    errand: 'Say that your key will not take credit, and that there is £1.40 left on it.',
    coverStory:
      'You have a key meter. The corner shop’s machine refuses the key, the telephone line sent you here, and there is £1.40 left. You are a little ashamed of it and would rather not explain your month.',
    openingLine: 'My key won’t take any credit, and I’m nearly out. Can you help me here?',
    ifAsked:
      'Your account: the prepared details. The key: the prepared one. How long the credit lasts: until this evening. Your income: you would rather not say.',
    never: 'Never take emergency credit twice, never invent a child or an illness.',
    afterwards: 'Give the key back to your lead. If credit was put on it, the lead pays it back the same day.',
    details: customer('Stan Pickle', '4 Cinder Hill, Leeds', '7714 151 626', ['Key', 'in the envelope “Cinder”']),
  },
  {
    key: 'paper_bill',
    from: 'for_my_mother',
    title: 'For my father',
    touchpoints: ['shop'],
    languages: EN,
    errand: 'Ask how your father can have his bills on paper again.',
    coverStory:
      'Your father is 84 and his bills now come by mail to an address he does not have. He would like paper, in an envelope, on the fridge. He is well; he simply prefers it.',
    openingLine: 'My father would like his bills on paper again. How do we do that?',
    ifAsked:
      'His name and account: you do not have them with you, today you only want to know how it works. What it costs: ask that yourself. Whether he could ring: he would rather not.',
    never: 'Never pretend to be him, never give anybody’s real details.',
    details: [{ label: 'Father', value: '84, lives alone, reads with a magnifying glass' }],
  },
  {
    key: 'switch_counter',
    from: 'price_and_terms',
    title: 'Switch at the counter',
    touchpoints: ['shop'],
    languages: EN,
    errand: 'Ask at the counter what it takes to become a customer today.',
    coverStory:
      'You were passing, it was raining, and you pay too much elsewhere. If somebody makes it easy you would switch; if it takes a website you will go home and forget it.',
    openingLine: 'I pay too much where I am. What would it take to come to you?',
    never: 'Never sign, never give bank details: at the last step you want to sleep on it.',
    afterwards: 'If a contract came about by mistake, withdraw from it in writing the same day and tell your lead.',
    details: customer('Rosa Field', '77 Market Hill, Leeds', 'none yet'),
  },
]
