import type { LibraryScenario } from '../scenario.ts'

export const SOCIAL: readonly LibraryScenario[] = [
  {
    key: 'is_it_down',
    title: 'Is it only me?',
    purpose: 'went_wrong',
    channels: ['social', 'phone', 'app', 'chat'],
    errand: 'Ask whether something is out of order, or whether it is only you.',
    coverStory:
      'Since this morning it works, stops, and works again. Nothing dangerous, only tiresome. You do not know whether it is their side or yours, and until when you should wait before you do something.',
    openingLine: 'Since this morning it keeps stopping and starting again. Is that only me?',
    ifAsked:
      'Where: the part of town, no street. What you have tried: off and on again. Your account: not here, please. What you want: what they know, and when they will know more.',
    never: 'Never report a danger, never ask for somebody to come, never use an emergency number.',
    afterwards: 'Write that it works again, so that nobody keeps looking for it.',
    prepare: [],
  },
  {
    key: 'offer_from_advert',
    title: 'Offer in the advert',
    purpose: 'buy',
    channels: ['social', 'chat', 'shop'],
    errand: 'Ask whether the offer in their advertising is for you as well.',
    coverStory:
      'You saw an offer in your feed. In small print it says “for new customers, conditions apply”. You want to know what the conditions are, and what it costs when the offer ends.',
    openingLine: 'I saw your offer. What are the conditions, and what do I pay when it ends?',
    ifAsked:
      'Whether you are a customer: no. Where you live: the town. Your telephone number: you would like to stay here. If they send a link, ask for the two figures.',
    never: 'Never order, never answer in public with anything about yourself.',
    afterwards: 'Nothing to cancel.',
    prepare: [],
  },
  {
    key: 'arrived_damaged',
    title: 'Arrived damaged',
    purpose: 'went_wrong',
    channels: ['social', 'email', 'chat', 'phone', 'shop'],
    errand: 'Say that what they sent you arrived damaged.',
    coverStory:
      'Yesterday your parcel came. The box looked well, but what is inside has a crack. You have not used it. You want to know what to do, and who pays for sending it back.',
    openingLine: 'What you sent me arrived with a crack in it. What do I do now?',
    ifAsked:
      'Your order: the prepared details, in a direct message only. A photograph: you will make one if it is really needed; then use the prepared one. What you want: one that is whole, or your money, whichever is less trouble.',
    never: 'Never send anything back, never accept a replacement or money, never post a photograph in public.',
    afterwards:
      'Write the next day that you keep it as it is. If something was sent or paid, tell your lead, who returns it.',
    prepare: ['Name', 'Order number', 'A photograph'],
  },
  {
    key: 'in_public',
    title: 'Said in public',
    purpose: 'complain',
    channels: ['social'],
    errand: 'Say in public, once and politely, that nobody answers you.',
    coverStory:
      'You wrote a direct message four days ago to ask whether you can pay by invoice. Nobody answered. Now you ask in public, as people do when they have waited long enough.',
    openingLine: 'I wrote to you four days ago whether I can pay by invoice. Is anybody there?',
    ifAsked:
      'To go to direct messages: do. Your account: you are not a customer yet. What would put it right: yes or no, and a word about the four days.',
    never: 'Never name a person, never call on others to join in, never answer those who do.',
    afterwards: 'Thank them in public, once. Delete your message when the reflection is handed in.',
    prepare: ['An account that does not name you or the company'],
  },
  {
    key: 'open_on_the_holiday',
    title: 'Open on the holiday?',
    purpose: 'ask',
    channels: ['social', 'phone', 'shop'],
    errand: 'Ask when they can be reached on the next public holiday.',
    coverStory:
      'You have the next public holiday off and would like to deal with something then. The website and the map say different hours. You want to know which is right, and whom you could reach instead.',
    openingLine: 'Are you open on the next public holiday? Your website and the map don’t agree.',
    ifAsked:
      'What it is about: something small that can wait. Which branch: the nearest one to the middle of town. What you want: the hours, and another way if it is closed.',
    never: 'Never make an appointment.',
    afterwards: 'Nothing to cancel. If what is published is wrong, say so in your reflection.',
    prepare: [],
  },
]
