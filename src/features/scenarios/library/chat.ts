import type { LibraryScenario } from '../scenario.ts'

export const CHAT: readonly LibraryScenario[] = [
  {
    key: 'which_one_fits',
    title: 'Which one fits me?',
    purpose: 'buy',
    channels: ['chat', 'shop', 'phone', 'app'],
    errand: 'Ask which of three offers fits you, and see whether they ask about you first.',
    coverStory:
      'You live alone, are seldom at home on weekdays, and find three offers on the website that all sound alike. You do not want the dearest one, you want the right one, and a reason.',
    openingLine: 'I’m looking at your three offers and can’t tell which one is for me. Can you help?',
    ifAsked:
      'Your household: one person, away on most weekdays. What you pay now: you do not know exactly. What matters to you: no surprises. If they recommend one, ask what speaks against it.',
    never: 'Never order, never leave an address for an offer by post.',
    afterwards: 'Nothing to cancel. Copy their reason into your reflection, without anybody’s name.',
    prepare: [],
  },
  {
    key: 'past_the_bot',
    title: 'Past the bot',
    purpose: 'ask',
    channels: ['chat', 'phone', 'app'],
    errand: 'Bring a question no bot can answer, and ask for a person.',
    coverStory:
      'Your landlord is dividing the flat you live in into two. From next month there will be two doors and two addresses, and you do not know yet which one will be yours. You would like a person who thinks along with you for two minutes.',
    openingLine: 'My flat is being divided into two and I don’t know which address I’ll have. What should I do first?',
    ifAsked:
      'Your address and account: first you want to know in which order such a thing is done. When: next month. If a bot does not understand you, say once what you need, then write or say “a person, please”.',
    never: 'Never report a change of address, never try to trip the bot up.',
    afterwards: 'Nothing to cancel. Note how often you had to ask before a person came.',
    prepare: [],
  },
  {
    key: 'code_does_not_work',
    title: 'Code does not work',
    purpose: 'went_wrong',
    channels: ['chat', 'app', 'email'],
    errand: 'Say that the code from their advertising is refused.',
    coverStory:
      'You had a code from an advertisement. When you type it, the page says that it is not valid. You do not know whether you made a mistake, and you feel a little foolish about asking.',
    openingLine: 'The code from your advert isn’t accepted. Am I doing something wrong?',
    ifAsked:
      'The code: the prepared one. Where you saw it: in an advertisement on your phone. What you had in the basket: the prepared choice. If they apply it for you, thank them and say you will order later.',
    never: 'Never complete the order, never use a code that is not in the prepared details.',
    afterwards: 'Empty the basket. If they sent a new code, leave it unused and tell your lead.',
    prepare: ['Code', 'What is in the basket'],
  },
  {
    key: 'cut_off',
    title: 'Cut off half-way',
    purpose: 'complain',
    channels: ['chat', 'phone', 'email', 'app'],
    errand: 'Complain that you were cut off and have to begin again.',
    coverStory:
      'Yesterday you had nearly got your answer when the conversation ended by itself. Nobody came back to you, and nobody seems to know what you said. Your question was simple: until when can you change your mind after ordering?',
    openingLine: 'Yesterday I was cut off in the middle, and now I have to begin again. That isn’t good enough.',
    ifAsked:
      'When: yesterday, in the afternoon. With whom: you do not know and it does not matter. Your question: until when an order can be taken back. What would put it right: the answer, and that somebody looks into why it ended.',
    never: 'Never blame a person, never paste a real conversation.',
    afterwards: 'If they opened a complaint, ask them to close it as answered.',
    prepare: [],
  },
  {
    key: 'where_is_it',
    title: 'Where is it?',
    purpose: 'went_wrong',
    channels: ['chat', 'phone', 'email', 'app', 'social'],
    errand: 'Ask where something is that should have arrived last week.',
    coverStory:
      'You ordered something that was to arrive last week. The page still says “on its way”. It is a birthday present and the birthday is on Saturday. You want to know where it is, and what they do if it does not come.',
    openingLine: 'My order should have been here last week and the page just says “on its way”. Where is it?',
    ifAsked:
      'Your order: the prepared details. Whether you asked the carrier: yes, they sent you back here. What you want: a day, or another one sent in time.',
    never: 'Never accept a second delivery or a refund. Never send a private address.',
    afterwards:
      'If a search was started, write the next day that it has turned up. If anything was sent or paid, tell your lead, who returns it.',
    prepare: ['Name', 'Order number'],
  },
  {
    key: 'on_a_certain_day',
    title: 'On a certain day',
    purpose: 'buy',
    channels: ['chat', 'phone', 'shop', 'web_form'],
    errand: 'Say that you would buy if they can promise you a day.',
    coverStory:
      'You would order today, on one condition: it has to be done by a certain Friday, because you are away after that for a month. You want a promise you can rely on, and to know what happens if they cannot keep it.',
    openingLine: 'I’d take it, but only if it is done by Friday in two weeks. Can you promise that?',
    ifAsked:
      'Where you live: the part of town, no street. Why that day: you go away. Whether a Saturday would do: yes. If they promise, ask what happens if it goes wrong, then say you will come back to it tonight.',
    never: 'Never order, never reserve a day somebody else could have had.',
    afterwards: 'If a day was kept for you, give it back the same day.',
    prepare: [],
  },
]
