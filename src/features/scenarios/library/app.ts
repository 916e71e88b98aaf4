import type { LibraryScenario } from '../scenario.ts'

export const APP: readonly LibraryScenario[] = [
  {
    key: 'sign_up_in_the_app',
    title: 'Sign up in the app',
    purpose: 'buy',
    channels: ['app', 'web_form'],
    errand: 'Become a customer by yourself, up to the last button.',
    coverStory:
      'You want to sort this out on the sofa, tonight, without speaking to anybody. You want to see the price before you type your name, and to know at each step how many are left.',
    openingLine:
      'If you get stuck, ask the help in the app: “I’m on the third page and don’t know what to choose. Which one is usual?”',
    ifAsked:
      'Your name and address: the prepared details. How you pay: stop when bank details are asked for. Permissions of the app: give only what it needs, and notice what it asks.',
    never: 'Never press the last button, never give bank details, never let the app read your contacts.',
    afterwards:
      'Delete the account you began, if the app lets you. If it does not, tell your lead and say so in your reflection.',
    prepare: ['Name', 'Address', 'Mail account'],
  },
  {
    key: 'cannot_sign_in',
    title: 'Cannot sign in',
    purpose: 'went_wrong',
    channels: ['app', 'chat', 'phone'],
    errand: 'Ask for help because you cannot get into your account.',
    coverStory:
      'You have a new phone. The app wants a code that it sends to the old one, and that is gone. You want back into your account, and to understand how you would be kept from this another time.',
    openingLine: 'I’ve a new phone, and the app sends its code to the old one. How do I get in?',
    ifAsked:
      'Who you are: the prepared details. A document: you do not send one through the app; ask what else would do. If they open the account for you, notice how they made sure that it was you.',
    never: 'Never try to get in with anything but the prepared details. Never guess an answer to a security question.',
    afterwards:
      'Tell your lead if the prepared account is locked. If it was too easy to get in, tell your lead the same day.',
    prepare: ['Name', 'Account name', 'Mail account'],
  },
  {
    key: 'another_day',
    title: 'Another day, please',
    purpose: 'ask',
    channels: ['app', 'chat', 'phone'],
    errand: 'Ask whether an appointment can be moved to another day.',
    coverStory:
      'You have an appointment next week and something has come up at work. You would like to move it by a few days, in the evening if there is one, without starting again at the end of the queue.',
    openingLine: 'Something has come up at work. Can I move my appointment to another day?',
    ifAsked:
      'The appointment: the prepared details. Days: any evening of the week after. Why: work. If they offer one, ask them to keep the old one until you have asked at home.',
    never: 'Never take a day somebody else needs, never let the prepared appointment be cancelled.',
    afterwards: 'If it was moved, have it moved back the same day and tell your lead.',
    prepare: ['Name', 'Appointment'],
  },
  {
    key: 'too_many_messages',
    title: 'Too many messages',
    purpose: 'complain',
    channels: ['app', 'chat', 'email', 'social'],
    errand: 'Complain that they write to you too often.',
    coverStory:
      'This month you had nine messages: offers, reminders of offers, and a request for stars. You switched something off and they still come. You want it to stop, except for what you really need to know.',
    openingLine: 'I’ve had nine messages from you this month, and they don’t stop when I switch them off.',
    ifAsked:
      'Your account: the prepared details. Which ones: all but bills and faults. What would put it right: that it stops, and one sentence on why the switch did nothing.',
    never: 'Never withdraw consent on a real account, never threaten with an authority.',
    afterwards: 'See whether they stop. Your lead puts the prepared account back as it was.',
    prepare: ['Name', 'Account name'],
  },
  {
    key: 'without_the_app',
    title: 'Without the app',
    purpose: 'ask',
    channels: ['app', 'phone', 'shop', 'email'],
    errand: 'Ask how one can be a customer here without a smartphone.',
    coverStory:
      'Your father has no smartphone and does not want one. Every letter tells him to use the app. You want to know what he can do by telephone, on paper or in person, and whether it costs more.',
    openingLine: 'My father has no smartphone. Can he still be your customer without the app?',
    ifAsked:
      'His name and number: he will give them himself once he knows how. His age: old enough not to want one. What you want: the ways there are, and their price.',
    never: 'Never give anybody’s details, never sign him up for anything.',
    afterwards: 'Nothing to cancel.',
    prepare: [],
  },
]
