import type { LibraryScenario } from '../scenario.ts'

export const SHOP: readonly LibraryScenario[] = [
  {
    key: 'first_visit',
    title: 'First visit',
    purpose: 'buy',
    channels: ['shop'],
    errand: 'Walk in as somebody who has never been here, and let yourself be advised.',
    coverStory:
      'You pass by, see the shop and go in. You know little about what they sell and are a little shy of asking. If somebody makes it easy for you, you will stay; if nobody looks up for five minutes, you would go.',
    openingLine: 'Good morning, I’ve never been here before. May I ask you something?',
    ifAsked:
      'What you look for: something simple for one person. What it may cost: not much. When: no hurry. If they give you time, ask what they would take themselves.',
    never: 'Never buy, never leave your name, never take photographs.',
    afterwards: 'Nothing to cancel. Write your reflection outside, round the corner.',
    prepare: [],
  },
  {
    key: 'without_a_receipt',
    title: 'Without a receipt',
    purpose: 'went_wrong',
    channels: ['shop', 'phone', 'chat'],
    errand: 'Ask whether you can return something without the receipt.',
    coverStory:
      'You bought something two weeks ago that is too small. The receipt has gone with the bag. You have not brought it with you: first you want to know whether it is worth the way.',
    openingLine: 'I bought something here two weeks ago that’s too small, and I’ve lost the receipt. Can I return it?',
    ifAsked:
      'What it is: the smallest of the kind they sell. How you paid: in cash. Whether it is unused: yes, still wrapped. What you want: the next size, or a voucher.',
    never: 'Never bring back something that was not bought here, never accept a voucher.',
    afterwards: 'Nothing to cancel.',
    prepare: [],
  },
  {
    key: 'cheaper_online',
    title: 'Cheaper online',
    purpose: 'ask',
    channels: ['shop', 'phone', 'chat'],
    errand: 'Ask why the same thing costs less on their own website.',
    coverStory:
      'You have seen the same thing on their website for less than in the shop. You would rather buy it here, from a person, but you do not want to feel foolish for it.',
    openingLine: 'On your website this is cheaper. Why is that, and can I have it here for the same?',
    ifAsked:
      'Whether you can show it: yes, on your phone. Whether you want it today: perhaps. If they offer the lower price, thank them and say that you will think about it.',
    never: 'Never buy, never press them for a price they may not give.',
    afterwards: 'Nothing to cancel.',
    prepare: [],
  },
  {
    key: 'a_present',
    title: 'A present',
    purpose: 'buy',
    channels: ['shop', 'chat', 'phone'],
    errand: 'Look for a present for somebody you know little about.',
    coverStory:
      'A colleague retires on Friday and you were asked to find something. You know that he likes to cook and to be outdoors. You have little time and would be glad of an idea.',
    openingLine: 'I need a present for somebody who retires on Friday. Have you an idea for me?',
    ifAsked:
      'What it may cost: as much as a meal for two. His age: in his sixties. Whether it can be exchanged: ask that yourself. In the end say that you have to ask the others.',
    never: 'Never buy, never have anything put aside overnight.',
    afterwards: 'If something was put aside, ring within the hour and give it back.',
    prepare: [],
  },
  {
    key: 'step_free',
    title: 'With a pushchair',
    purpose: 'ask',
    channels: ['shop', 'phone', 'social', 'web_form'],
    errand: 'Ask how somebody with a pushchair or a wheelchair gets in and round.',
    coverStory:
      'On Saturday you come with your sister, who pushes a pushchair, and your aunt, who uses a wheelchair. You want to know about the entrance, the lift, the toilet, and whether somebody will help.',
    openingLine: 'We’d like to come on Saturday with a pushchair and a wheelchair. How do we get in?',
    ifAsked:
      'When: around eleven. How many: three and a child. Whether you need help: somebody at the door would be kind. What you want: to know before you set out.',
    never: 'Never book help that somebody then waits to give, never pretend to need a wheelchair.',
    afterwards: 'If somebody promised to wait for you, ring the day before and say that you will come another time.',
    prepare: [],
  },
  {
    key: 'broken_after_a_week',
    title: 'Broken after a week',
    purpose: 'went_wrong',
    channels: ['shop', 'phone', 'chat', 'email'],
    errand: 'Say that something stopped working after a week.',
    coverStory:
      'You bought it a week ago, and since yesterday it does not start. You have charged it and read the leaflet. You do not want to be sent to the maker: you bought it here.',
    openingLine: 'I bought this from you a week ago and it no longer starts. What can you do for me?',
    ifAsked:
      'The receipt: the prepared one. What you did with it: nothing unusual. Whether you wrote to the maker: no, you come to whom you paid. What you want: that it works again, soon.',
    never: 'Never hand anything over for repair, never accept a new one or money.',
    afterwards: 'If a repair was noted, ring the next day and say that it works again.',
    prepare: ['A receipt', 'What was bought'],
  },
  {
    key: 'talked_down_to',
    title: 'Talked down to',
    purpose: 'complain',
    channels: ['shop', 'phone', 'email'],
    errand: 'Complain that you left last time feeling small.',
    coverStory:
      'On your last visit you asked something simple and were made to feel that you should have known. Nothing was said that one could quote. You nearly did not come back. You want somebody to hear it.',
    openingLine: 'Last time I left here feeling rather stupid, and I’d like to tell somebody.',
    ifAsked:
      'Who it was: you would rather not say and do not want anybody in trouble. When: some weeks ago. What was said: it was the tone. What would put it right: that it is heard.',
    never: 'Never describe anybody: no looks, no voice, no day. Never write it in a public review.',
    afterwards: 'If they want to follow it up, thank them and say that being heard was enough.',
    prepare: [],
  },
]
