import { customer, EN, type Errand } from './scenario.ts'

const DE = ['de'] as const

/** Errands for the solar desk and for the German service line. */
export const SELLING_ERRANDS: readonly Errand[] = [
  {
    key: 'shared_roof',
    from: 'price_and_terms',
    title: 'A shared roof',
    touchpoints: ['solar'],
    languages: EN,
    errand: 'Ask whether six flats can put panels on the roof they share.',
    coverStory:
      'You live in a house of six flats. Four owners are for panels, one is against and one cannot be found. You want to know whether it is possible at all, who signs, and what it would cost each of you.',
    openingLine: 'We’re six flats under one roof. Can we have panels, and how does that work?',
    ifAsked:
      'The roof: slate, about half of it facing south. Your name: your own first name if you like. The others: you would rather not say. A visit: not yet, you want to tell the others first.',
    details: [{ label: 'House', value: 'six flats, slate roof, built 1930' }],
  },
  {
    key: 'terrace_quote',
    from: 'quote_in_writing',
    title: 'Quote for a terrace',
    touchpoints: ['solar'],
    languages: EN,
    errand: 'Ask for a price for panels on a small terraced house, in writing.',
    coverStory:
      'A terraced house, two bedrooms, the roof faces south-west. You have £9,000 put aside and no idea whether that is much or little. You want one figure that somebody stands by.',
    openingLine: 'I’d like a rough price for panels on a small terrace. Could you send me that in writing?',
    ifAsked:
      'The size of the roof: about as big as a bus. What you use: ordinary, two people. Your address: the prepared one. When: this year, if it makes sense.',
    details: customer('Dora Finch', '40 Chapel Terrace, Saltaire', 'none yet', ['Mail', 'dora.finch@mail.example']),
  },
  {
    key: 'battery_later',
    from: 'which_one_fits',
    title: 'A battery later',
    touchpoints: ['solar'],
    languages: EN,
    errand: 'Ask whether to buy a battery with your panels now, or later.',
    coverStory:
      'You have had panels for two years and sell what you do not use. A neighbour swears by his battery. You are no engineer and want an honest word: now, later or never.',
    openingLine: 'I’ve got panels and I’m wondering about a battery. Would you buy one now?',
    ifAsked:
      'Your panels: ten of them. What you use in the evening: cooking, television, no electric car. What it may cost: it should earn its keep. If they recommend one, ask what speaks against it.',
    details: customer('Colin Wray', '7 Orchard Bank, Otley', '7714 602 348'),
  },
  {
    key: 'panels_less',
    from: 'two_answers',
    title: 'Panels give less',
    touchpoints: ['solar'],
    languages: EN,
    errand: 'Complain that your panels give a third less than you were promised.',
    coverStory:
      'We promised 3,600 kWh a year. It was 2,400. There is a chimney, and it was there before. You do not want money today: you want somebody to look at it, and to say so if the promise was wrong.',
    openingLine: 'My panels make a third less than you said they would. Who can look into that?',
    ifAsked:
      'Your figures: the prepared details. Who told you 3,600: it stands in the offer; you kept no name. What would put it right: an honest reason, in writing.',
    details: customer('Margot Hill', '22 Station Road, Shipley', '7714 945 630', [
      'Output',
      '2,400 kWh; 3,600 promised',
    ]),
  },
  {
    key: 'moving_flat',
    from: 'moving_home',
    title: 'Moving flat',
    touchpoints: ['german'],
    languages: DE,
    errand: 'Ask what happens to your contract when you move within Berlin.',
    coverStory:
      'You move from Wedding to Neukölln in six weeks, into a flat with a meter in the cellar. You want to know whether the contract comes along, whom you must tell, and by when.',
    openingLine: 'Guten Tag, ich ziehe um und wüsste gern, was ich wann tun muss.',
    details: customer('Anke Sommer', 'Lindenhof 8, 13347 Berlin', '8820 114 907'),
  },
  {
    key: 'payments_high',
    from: 'short_of_money',
    title: 'Payments too high',
    purpose: 'complain',
    touchpoints: ['german'],
    languages: DE,
    errand: 'Complain that your monthly payment was raised although you use less.',
    coverStory:
      'Your payment rises from 74 to 118 euros, and last year you used less than the year before. It keeps you awake a little. You want to understand the sum, and to pay what you really use.',
    openingLine: 'Guten Tag, mein Abschlag steigt, obwohl ich weniger verbrauche. Können wir das gemeinsam ansehen?',
    ifAsked:
      'Your use: the prepared figures. What you could pay: what you pay now. Whether you object formally: no, first you want to understand it.',
    afterwards: 'If they changed the payment, tell your lead, who puts the prepared account back as it was.',
    details: customer('Uwe Kranich', 'Am Speicher 5, 20457 Hamburg', '8820 376 251', [
      'Use',
      '2,310 kWh, after 2,560 the year before',
    ]),
  },
  {
    key: 'smart_meter',
    from: 'how_you_use_my_data',
    title: 'Smart meter letter',
    touchpoints: ['german'],
    languages: DE,
    errand: 'Ask what the letter about the new smart meter means for you.',
    coverStory:
      'A letter announces a new meter “in accordance with section 29”. You are not against it; you would like to know who sees what, what it costs and whether you may say no.',
    openingLine: 'Guten Tag, ich habe einen Brief zum neuen Zähler bekommen und verstehe ihn nicht ganz.',
    ifAsked:
      'Your worry: who can see when you are at home. The letter: you have it in your hand, section 29. Your account: the prepared details. What you want: three plain sentences.',
    never: 'Never refuse or agree to the meter, never make a formal request for your data.',
    details: customer('Heide Brunn', 'Mühlgasse 12, 50667 Köln', '8820 559 048'),
  },
]
