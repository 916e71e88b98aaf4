import { customer, EN, type Errand } from './scenario.ts'

/** Errands for the telephone lines. */
export const LINE_ERRANDS: readonly Errand[] = [
  {
    key: 'bill_doubled',
    from: 'bill_doubled',
    title: 'Bill has doubled',
    touchpoints: ['billing'],
    languages: EN,
    errand: 'Ring the billing line about a bill that has doubled.',
    coverStory:
      'Your last bill is £212. The one before was £104, and nothing at home has changed. You want to know why, and whether you must pay it all now. Puzzled, not angry.',
    openingLine: 'Hello, my bill has doubled since last month and I can’t see why. Could you look at it with me?',
    details: customer('Karin Holm', '14 Alder Road, flat 3, Leeds', '7714 208 336', [
      'Readings',
      '18,204, then 18,911 (estimated)',
    ]),
  },
  {
    key: 'debit_twice',
    from: 'charged_twice',
    title: 'Debit taken twice',
    touchpoints: ['billing'],
    languages: EN,
    errand: 'Say that your direct debit was taken twice, and ask when the money is back.',
    coverStory:
      'On the first of the month £86.40 left your account, and on the third it left again. Rent is due. You would like it back, and to know that it will not happen again.',
    openingLine: 'You’ve taken my direct debit twice this month. When do I get the second one back?',
    details: customer('Peter Lowe', '3 Mill Yard, Hebden Bridge', '7714 551 902', [
      'The sum',
      '£86.40, on the 1st and the 3rd',
    ]),
  },
  {
    key: 'refund_missing',
    from: 'refund_not_arrived',
    title: 'Refund not arrived',
    purpose: 'complain',
    touchpoints: ['billing', 'complaints'],
    languages: ['en', 'sv'],
    errand: 'Complain that the refund you were promised five weeks ago has not come.',
    coverStory:
      'You moved out of Quarry Lane in spring and were £143.20 in credit. Two letters promised the money “within 21 days”. You have closed that bank account since, and told us so.',
    openingLine: 'I was promised a refund five weeks ago, and it still isn’t here.',
    details: customer('Agnes Moor', 'before: 27 Quarry Lane, Sheffield', '7714 090 417', ['The sum', '£143.20']),
  },
  {
    key: 'tariff_end',
    from: 'which_one_fits',
    title: 'My tariff is ending',
    touchpoints: ['billing', 'shop'],
    languages: EN,
    errand: 'Ask which tariff suits you when your fixed one ends.',
    coverStory:
      'Your two-year fixed price runs out in six weeks. You had a letter with four tariffs and a table, and could not tell them apart. You live with one other person and are out on weekdays.',
    openingLine: 'My fixed price is ending and I don’t understand the letter. What would you take in my place?',
    ifAsked:
      'Your household: two people, out on weekdays. What you use: about 2,600 kWh a year. What matters to you: no surprises. If they recommend one, ask what speaks against it, and say that you will sleep on it.',
    details: customer('Ruth Calder', '9 Canal Side, Leeds', '7714 663 120', ['Tariff', 'Steady 24, ends in six weeks']),
  },
  {
    key: 'fridge_medicine',
    from: 'two_things_at_once',
    title: 'Fridge for medicine',
    touchpoints: ['outage'],
    languages: EN,
    errand: 'Ask what happens to a fridge with medicine in it when the power goes.',
    coverStory:
      'Your mother, who lives with you, has medicine that must stay cold. Last winter the power was off for five hours. You want to know before the next time: is there a list, how does one get on it, and what does it change? Calm; there is no emergency.',
    openingLine:
      'There’s no outage now, I’d just like to know: what can you do for someone with medicine in the fridge?',
    ifAsked:
      'Which medicine: one that has to be kept cold. A certificate: ask whether it is needed. Your address: the prepared details. Whether you need help today: no, everything is working.',
    never: 'Never report a fault, never say that anyone is in danger, never let a crew or an ambulance be sent.',
    afterwards: 'If they put you on the priority list, tell your lead, who has the test customer taken off it.',
    details: customer('Hazel Winter', '2 Beck Cottages, Ilkley', '7714 318 775'),
  },
  {
    key: 'planned_work',
    from: 'another_day',
    title: 'Which day, please',
    touchpoints: ['outage'],
    languages: EN,
    errand: 'Ask on which day the planned work in your street really is.',
    coverStory:
      'A card through the door says that the power will be off “between 9 and 4”, and the day is smudged. You work from home and have a freezer full of soup. You want the day, the hours and somebody to tell you if it changes.',
    openingLine: 'I’ve had a card about planned work and can’t read the day. Can you tell me when it is?',
    ifAsked:
      'Your street: the prepared address. Your account: the prepared details. A text message: yes, please, to the prepared number. Another day: no, you only want to know.',
    never: 'Never ask for the work to be moved, never report a fault.',
    afterwards: 'Nothing to cancel.',
    details: customer('Simon Dale', '61 Weaver Street, Halifax', '7714 427 081'),
  },
  {
    key: 'flickering',
    from: 'is_it_down',
    title: 'Lights that flicker',
    purpose: 'ask',
    touchpoints: ['outage'],
    languages: EN,
    errand: 'Ask what it means when the lights flicker in the evening.',
    coverStory:
      'For a week the lights have flickered around eight in the evening, for a minute or so. Now all is well. The neighbours have it too. You want to know whether it is you, them or us.',
    openingLine: 'Our lights flicker every evening around eight. Is that something at your end?',
    afterwards: 'If they opened a fault, ring the next day and say that it has stopped, so that nobody looks for it.',
    details: customer('Ivy Marsh', '5 Tannery Row, Keighley', '7714 874 206'),
  },
  {
    key: 'outage_money',
    from: 'someone_who_decides',
    title: 'Eleven hours dark',
    touchpoints: ['outage'],
    languages: EN,
    errand: 'Complain about a long power cut, and ask what you are owed.',
    coverStory:
      'In the last storm your power was off for eleven hours. A letter says that one is paid from twelve hours on. You threw away a freezer of food and want to know who decides, and how one argues.',
    openingLine: 'We had no power for eleven hours, and I’m told we get nothing. Who can look at that again?',
    ifAsked:
      'When: the storm in the letter. What you lost: food, about £60. Receipts: none. What you would accept: a clear yes or no with a reason, and the way to object.',
    never: 'Never accept a payment, never raise your voice, never ask for an employee’s name.',
    afterwards: 'If a claim was opened, ring the next day and withdraw it. Tell your lead if anything was paid.',
    details: customer('Owen Reed', '18 Fell View, Skipton', '7714 735 519'),
  },
]
