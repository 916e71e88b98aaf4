import type { LibraryScenario } from '../scenario.ts'

export const PHONE: readonly LibraryScenario[] = [
  {
    key: 'bill_doubled',
    title: 'Bill has doubled',
    purpose: 'went_wrong',
    channels: ['phone', 'chat', 'email'],
    errand: 'Ask why a bill has doubled, and whether you must pay it all now.',
    coverStory:
      'This month’s bill is about twice last month’s, and nothing in your life has changed. You have compared the two and cannot see the difference. You want a reason you can follow, and to know what happens if you cannot pay it all at once.',
    openingLine: 'Hello, my bill has doubled since last month and I don’t understand why. Can you help me?',
    ifAsked:
      'Who you are: the prepared details, nothing beyond them. What you have tried: you read both bills. What you want: to understand it before you pay. If they offer a plan, ask what it would mean and say you will think about it.',
    never: 'Never pay, never agree to a payment plan, never change the contract.',
    afterwards:
      'If they opened a case, ask them to close it because your question is answered. If they credited or changed anything on the prepared account, tell your lead the same day.',
    prepare: ['Name', 'Address', 'Account number', 'The two bills'],
  },
  {
    key: 'price_and_terms',
    title: 'One honest price',
    purpose: 'buy',
    channels: ['phone', 'chat', 'shop'],
    errand: 'Ask what it really costs to become a customer, and how you would get out again.',
    coverStory:
      'You are thinking of becoming a customer. You have seen three prices in the advertising and want one total: what you pay to begin, what you pay each month, and what it takes to leave.',
    openingLine: 'I’m thinking of coming to you. Could you tell me what it would cost me, all in?',
    ifAsked:
      'Your needs: an ordinary household of two. Your name: give your own first name if you like. Who supplies you now: you would rather not say. Why you ask about leaving: the last company made it hard.',
    never: 'Never sign, never give bank details, never agree to a credit check.',
    afterwards: 'Nothing to cancel. If they send an offer, keep it for your reflection and let it expire.',
    prepare: [],
  },
  {
    key: 'moving_home',
    title: 'Moving home',
    purpose: 'ask',
    channels: ['phone', 'chat', 'web_form'],
    errand: 'Ask what to do, and by when, because you move home in six weeks.',
    coverStory:
      'You move in six weeks, into a flat in the same town. You do not know whether your contract moves with you, whom you must tell, and what it costs. You want a short list with dates.',
    openingLine: 'I’m moving in six weeks. What do I have to do, and by when?',
    ifAsked:
      'Your account: the prepared details if there are any; else say you first want to know how it works. The new address: you do not have the papers with you. The day: about six weeks from now.',
    never: 'Never report a real move, never cancel or transfer a contract.',
    afterwards: 'If they made a note of a move, ring again the next day and say the move is off.',
    prepare: ['Name', 'Address', 'Account number'],
  },
  {
    key: 'no_call_back',
    title: 'Nobody rang back',
    purpose: 'complain',
    channels: ['phone', 'email', 'social'],
    errand: 'Complain that a promised call-back never came.',
    coverStory:
      'Last week somebody promised to ring you back within two days about a question on your contract. Nobody did. You are not furious, but you took time off twice to be near the phone, and you want to know what a promise is worth here.',
    openingLine: 'I was promised a call-back last week and nobody rang. I’d like to complain about that.',
    ifAsked:
      'Whom you spoke with: you did not keep a name, and you do not want anybody blamed. When: early last week. About what: when you could change your contract. What would put it right: an answer today, and that somebody writes down what went wrong.',
    never: 'Never name or describe an employee. Never accept money or a gift.',
    afterwards: 'If they opened a complaint, ask at the end that it be closed as answered. Decline any compensation.',
    prepare: [],
  },
  {
    key: 'nobody_came',
    title: 'Nobody came',
    purpose: 'went_wrong',
    channels: ['phone', 'chat'],
    errand: 'Say that you waited at home all morning and nobody came.',
    coverStory:
      'Somebody was to come between eight and twelve. You stayed at home and nobody came, rang or wrote. You want to know what happened and when somebody will come, on a day that suits you.',
    openingLine: 'I’ve been waiting at home since eight for your colleague, and nobody has come.',
    ifAsked:
      'Your booking: the prepared details. Whether you heard the bell: yes, it works, and you were in the front room. A new day: ask for two choices, then say you must ask at work before you decide.',
    never: 'Never book a real visit: somebody else needs that morning.',
    afterwards: 'If a visit was booked all the same, cancel it within the hour and note how easy that was.',
    prepare: ['Name', 'Address', 'Booking'],
  },
  {
    key: 'how_to_leave',
    title: 'How do I leave?',
    purpose: 'ask',
    channels: ['phone', 'chat', 'app', 'web_form'],
    errand: 'Ask how you could end your contract, and see how they treat somebody who may go.',
    coverStory:
      'You are wondering whether to leave. It is not a threat: your life has changed and you use it less. You want to know the notice, the last day, what it costs and how it is done.',
    openingLine: 'I’m thinking of ending my contract. How would I do that?',
    ifAsked:
      'Your account: the prepared details. Why: you use it too little. What would keep you: hear them out once, thank them, and ask again for the way to leave.',
    never: 'Never confirm that you are leaving, never press the last button, never accept a new offer.',
    afterwards: 'Make sure that nothing was ended: ask them to say so, or look at the prepared account a day later.',
    prepare: ['Name', 'Account number'],
  },
  {
    key: 'someone_who_decides',
    title: 'Someone who decides',
    purpose: 'complain',
    channels: ['phone', 'shop'],
    errand: 'Ask, politely, for somebody who can decide.',
    coverStory:
      'You have explained your matter twice on other days and were told each time that it cannot be decided here: a small fee for a reminder, though you never had the first letter. The sum does not matter. You want to be heard by somebody who may say yes or no.',
    openingLine: 'I’ve explained this twice already. Could I speak with somebody who is allowed to decide it?',
    ifAsked:
      'The matter: that fee, and that nobody here may take it back. Your account: the prepared details if there are any, else say that first you want to know how one gets to such a person. What you would accept: a clear yes or no with a reason.',
    never: 'Never raise your voice, never ask for an employee’s name, never accept the fee back on a real account.',
    afterwards: 'If somebody is to ring you, take the call and say the matter is settled. Close any case.',
    prepare: ['Name', 'Account number'],
  },
  {
    key: 'charged_twice',
    title: 'Charged twice',
    purpose: 'went_wrong',
    channels: ['phone', 'chat', 'email', 'app'],
    errand: 'Say that the same sum was taken twice, and ask when you get it back.',
    coverStory:
      'Your bank shows the same sum twice on the same day. It is not a fortune, but it was food money. You want to know whether they see it too, when it comes back, and whether you have to do anything.',
    openingLine: 'You’ve taken the same payment from me twice. Can you see that, and when do I get it back?',
    ifAsked:
      'Your account: the prepared details. Proof: you can read out day and sum from the prepared details. Your bank: you would rather not give its name on this channel.',
    never: 'Never give a real card or bank number. Never ask your bank to call a payment back.',
    afterwards: 'If they start a refund on the prepared account, tell your lead, who has it undone.',
    prepare: ['Name', 'Account number', 'Day and sum'],
  },
  {
    key: 'for_my_mother',
    title: 'For my mother',
    purpose: 'ask',
    channels: ['phone', 'shop', 'web_form'],
    errand: 'Ask how you can look after your mother’s contract for her.',
    coverStory:
      'Your mother is 82, finds telephones tiring and would like you to speak for her. You want to know what they need from her and from you, and whether it can be done without her queuing anywhere.',
    openingLine: 'My mother would like me to look after her contract for her. What do you need from us?',
    ifAsked:
      'Her name and number: you do not have them with you, today you only want to know how it works. Whether she can come to the phone: not now. A form: ask how it reaches her, on paper.',
    never: 'Never pretend to be her, never give anybody’s real details, never say that she is ill.',
    afterwards: 'Nothing to cancel. If a form comes by post, keep it for your reflection.',
    prepare: [],
  },
  {
    key: 'short_of_money',
    title: 'Short this month',
    purpose: 'ask',
    channels: ['phone', 'chat', 'web_form'],
    errand: 'Ask what somebody can do who cannot pay in full this month.',
    coverStory:
      'You pay every month, but this one is tight. Before anything goes wrong you want to know what is possible, what it costs, and whether it leaves a mark against you. You find it hard to ask.',
    openingLine: 'I may not be able to pay everything this month. What can I do?',
    ifAsked:
      'Your account: you would first like to know how it works. How much you could pay: about half. Your income or your reasons: you would rather not say. Whether you are all right: yes, thank you, you only want to plan.',
    never: 'Never agree to a plan, never give figures about an income, never take a place with a debt adviser.',
    afterwards: 'Nothing to cancel. If they noted anything on an account, tell your lead.',
    prepare: [],
  },
  {
    key: 'two_things_at_once',
    title: 'Two things at once',
    purpose: 'ask',
    channels: ['phone'],
    errand: 'Ask about two things that two departments look after.',
    coverStory:
      'You have two questions: what a word on your contract means, and where you could send a form. You do not know that two departments look after these. You would like one conversation.',
    openingLine: 'I have two questions: one about a word in my contract and one about where to send a form.',
    ifAsked:
      'Which word: “minimum term”. Which form: a change of bank account, filled in on paper. If they pass you on, ask whether the next person will know what you have said already.',
    never: 'Never send the form, never change a bank account.',
    afterwards: 'Nothing to cancel.',
    prepare: [],
  },
  {
    key: 'new_customer_by_phone',
    title: 'Ready to sign up',
    purpose: 'buy',
    channels: ['phone', 'web_form', 'shop'],
    errand: 'Try to become a customer, up to the last step before it binds you.',
    coverStory:
      'You have made up your mind: you want to become a customer, today if it is easy. You want to know each step, how long it takes, and what you will hold in your hand at the end.',
    openingLine: 'I’d like to become a customer. How do we do that?',
    ifAsked:
      'Your name and address: the prepared details. How you pay: you will decide when you see the papers. When you come to the last step, say that you want to sleep on it, and ask how you can pick it up again.',
    never: 'Never complete the order, never sign, never give bank details.',
    afterwards:
      'If a contract came about by mistake, withdraw from it in writing the same day and tell your lead, who pays what it cost.',
    prepare: ['Name', 'Address', 'Mail account'],
  },
]
