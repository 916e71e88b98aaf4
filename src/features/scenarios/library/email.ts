import type { LibraryScenario } from '../scenario.ts'

export const EMAIL: readonly LibraryScenario[] = [
  {
    key: 'quote_in_writing',
    title: 'A quote in writing',
    purpose: 'buy',
    channels: ['email', 'web_form'],
    errand: 'Ask for an offer in writing that somebody else can read and understand.',
    coverStory:
      'You decide together with your partner, who wants it in writing: what you get, what it costs in the first year and afterwards, and how long it binds you. On one page.',
    openingLine:
      'Good morning, could you send me an offer in writing: what is included, what it costs in the first year and later, and how long I am bound?',
    ifAsked:
      'Your needs: an ordinary household of two. Your address: the town only. Your telephone number: you prefer mail. If they ask for a call, ask once more for it in writing.',
    never: 'Never accept the offer, never give a telephone number, never send a copy of any document.',
    afterwards: 'Answer once, with thanks, that you have chosen not to. Let the offer expire.',
    prepare: ['Mail account'],
  },
  {
    key: 'wrong_name',
    title: 'Wrong name',
    purpose: 'went_wrong',
    channels: ['email', 'web_form', 'phone'],
    errand: 'Ask them to spell your name correctly, for the third time.',
    coverStory:
      'Your letters carry your name misspelt. You have asked twice to have it put right. It is a small thing, but it is your name.',
    openingLine: 'Your letters still have my name wrong, and I’ve asked twice. Could you please put it right for good?',
    ifAsked:
      'The right spelling and the account: the prepared details. A copy of a document: say that you do not send documents by mail, and ask what else would do.',
    never: 'Never send a copy of an identity document. Never give a date of birth that is not prepared.',
    afterwards: 'When the next letter comes, look at the name. Your lead puts the prepared account back as it was.',
    prepare: ['Name as it should be', 'Name as it is', 'Account number'],
  },
  {
    key: 'two_answers',
    title: 'Two different answers',
    purpose: 'complain',
    channels: ['email', 'phone', 'chat'],
    errand: 'Complain that two of them told you two different things.',
    coverStory:
      'You asked the same question on two days: how long is the notice? One said four weeks, the other three months. You want to know which is right, and how that can happen.',
    openingLine: 'I’ve asked the same question twice and had two different answers. Which one is right?',
    ifAsked:
      'Who said what: you did not keep names and do not want anybody blamed. Your contract: the usual one, as on the website. What would put it right: the right answer in writing.',
    never: 'Never name or describe an employee. Never forward a real mail.',
    afterwards: 'Thank them for the answer and say that the matter is closed.',
    prepare: [],
  },
  {
    key: 'how_you_use_my_data',
    title: 'What you keep of me',
    purpose: 'ask',
    channels: ['email', 'web_form', 'chat'],
    errand: 'Ask in plain words what they keep about their customers and for how long.',
    coverStory:
      'You read about a leak at another company. Before you become a customer you want to know, in plain words, what is kept about you, who sees it and when it is deleted.',
    openingLine: 'Before I sign up: what do you keep about your customers, who sees it, and when is it deleted?',
    ifAsked:
      'Whether you are a customer: not yet. Whether you ask for your own data: no, you only want to understand how it is done. If they send a link, ask for the one sentence that answers you.',
    never: 'Never make a formal request for your data: it sets a legal clock running for other people.',
    afterwards: 'Thank them. If they took it for a formal request, write at once that it was a question only.',
    prepare: [],
  },
  {
    key: 'refund_not_arrived',
    title: 'Refund not arrived',
    purpose: 'went_wrong',
    channels: ['email', 'phone', 'chat'],
    errand: 'Ask where the refund is that was promised three weeks ago.',
    coverStory:
      'Three weeks ago you were told that you would get your money back within ten days. It has not come. You do not want to argue about whether you are owed it, only to know when.',
    openingLine: 'I was promised a refund three weeks ago and it has not arrived. When will it come?',
    ifAsked:
      'Your account and the sum: the prepared details. Your bank details: they have them, and you do not send them by mail. What you want: a day.',
    never: 'Never give bank details. Never accept a payment.',
    afterwards: 'If they start a payment on the prepared account, tell your lead, who has it undone.',
    prepare: ['Name', 'Account number', 'The sum'],
  },
  {
    key: 'no_reply',
    title: 'No reply in ten days',
    purpose: 'complain',
    channels: ['email', 'web_form', 'social', 'app'],
    errand: 'Complain that a message has stood unanswered for ten days.',
    coverStory:
      'Ten days ago you wrote to ask how you can get your bills on paper. You had the automatic answer and then nothing. You want the answer, and to know whether anybody reads what you write.',
    openingLine: 'I wrote to you ten days ago about getting my bills on paper, and nobody has answered.',
    ifAsked:
      'The number of your first message: you no longer have it. Your account: you would first like to know how paper bills work. What would put it right: an answer, from a person.',
    never: 'Never change how real bills are sent. Never invent a case number.',
    afterwards: 'Thank them and say that the matter is closed.',
    prepare: [],
  },
  {
    key: 'reopen_my_case',
    title: 'Reopen my case',
    purpose: 'complain',
    channels: ['email', 'phone'],
    errand: 'Ask them to reopen a case they closed without solving it.',
    coverStory:
      'You had a letter saying that your case is closed. Nothing has been solved: the meter, the line or the machine still does what it did. You want it reopened, without telling everything from the start.',
    openingLine: 'You’ve closed my case, but nothing has been solved. Could you open it again?',
    ifAsked:
      'The case: the prepared details. What is still wrong: it stops working every few days, for an hour. When you are at home: evenings, but first you want to know what they will do differently.',
    never: 'Never agree to a visit, never invent a case number.',
    afterwards: 'A day after their answer, write that it has worked since and the case can be closed.',
    prepare: ['Name', 'Case number'],
  },
]
