import type { LibraryScenario } from '../scenario.ts'

export const WEB_FORM: readonly LibraryScenario[] = [
  {
    key: 'small_firm',
    title: 'For a small firm',
    purpose: 'buy',
    channels: ['web_form', 'email', 'phone'],
    errand: 'Ask what they can offer a firm of five people.',
    coverStory:
      'You help a friend who runs a firm of five. She wants to know whether she is a private or a business customer here, what that changes, and whom she can ring when something stops.',
    openingLine: 'I’m asking for a friend’s firm of five people: what can you offer her, and whom would she ring?',
    ifAsked:
      'The firm’s name: you would first like to know what there is. Its trade: a small workshop. Its size: five people, one address. When: in about three months.',
    never: 'Never give a real firm’s name or number, never agree to a visit by a salesperson.',
    afterwards: 'If somebody follows up, thank them and say that your friend has decided to wait.',
    prepare: ['Mail account'],
  },
  {
    key: 'no_box_for_me',
    title: 'No box for my case',
    purpose: 'ask',
    channels: ['web_form', 'app'],
    errand: 'Ask something that fits none of the topics you may choose from.',
    coverStory:
      'You share a flat with two others and each of you wants to pay a third. The form offers six topics, and yours is not among them. You choose what seems nearest and say so.',
    openingLine: 'None of your topics fits, so I chose the nearest: can three people in one flat each pay a third?',
    ifAsked:
      'Your account: you are not a customer yet, it depends on this. The names of the others: you would rather not. What you want: yes or no, and how.',
    never: 'Never upload anything, never give other people’s details.',
    afterwards: 'Thank them. Nothing to cancel.',
    prepare: ['Mail account'],
  },
  {
    key: 'form_lost_my_words',
    title: 'Form lost my words',
    purpose: 'went_wrong',
    channels: ['web_form', 'chat', 'email'],
    errand: 'Say that their form ate what you had written, and ask your question again.',
    coverStory:
      'You wrote for ten minutes, pressed “send”, and the page was empty. You do not know whether it arrived. You ask again, shorter: how can you see what you agreed to when you signed up?',
    openingLine:
      'Your form lost everything I had written. Did it reach you? I wanted to know where I find my contract.',
    ifAsked:
      'Which device: a phone. When: last night. Your account: the prepared details if there are any, else say that you only need to know where to look.',
    never: 'Never send the same thing five times. Never send a screenshot.',
    afterwards: 'Thank them and say that you have found it. Close any case.',
    prepare: ['Name', 'Account number'],
  },
  {
    key: 'complaint_by_form',
    title: 'Complaint by form',
    purpose: 'complain',
    channels: ['web_form', 'email'],
    errand: 'Complain about a letter that nobody can understand.',
    coverStory:
      'You got a letter about a change of terms. You have read it three times and still do not know whether you have to do something. You think that a company should not write to people like that.',
    openingLine:
      'I want to complain about your letter on the new terms. I’ve read it three times and don’t know what to do.',
    ifAsked:
      'Which letter: the latest one about terms and conditions. Your account: you would rather have an answer that holds for everybody. What would put it right: three sentences in plain words.',
    never: 'Never object to the terms, never send the letter back.',
    afterwards: 'If a complaint number came, write that you are content with the answer and it can be closed.',
    prepare: ['Mail account'],
  },
  {
    key: 'large_print',
    title: 'Large print, please',
    purpose: 'ask',
    channels: ['web_form', 'phone', 'email', 'shop'],
    errand: 'Ask how somebody who sees badly gets letters they can read.',
    coverStory:
      'An elderly friend can no longer read the small print on the letters. You want to know whether there is large print, an easier version or somebody who reads it out, and what your friend has to do for it.',
    openingLine: 'A friend of mine can’t read your letters any more. Do you have them in large print?',
    ifAsked:
      'Your friend’s name and number: your friend will write in person once you know how. A certificate: ask whether that is really needed. What you want: the way to do it, in one message.',
    never: 'Never say that you cannot see yourself, never give anybody’s details.',
    afterwards: 'Thank them. Nothing to cancel.',
    prepare: [],
  },
]
