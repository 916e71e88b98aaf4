import { customer, type Errand, EVERYWHERE } from './scenario.ts'

/** Errands in writing: complaints, and the meter visit form. */
export const WRITING_ERRANDS: readonly Errand[] = [
  {
    key: 'no_reply',
    from: 'no_reply',
    title: 'No reply in ten days',
    touchpoints: ['complaints'],
    languages: EVERYWHERE,
    errand: 'Complain that your message has stood unanswered for ten days.',
    coverStory:
      'Ten days ago you asked by mail how one changes to paper bills. You had an automatic receipt, and nothing since. You would like an answer, and somebody to have noticed.',
    openingLine: 'Ten days ago I asked you a simple question. I am writing because nobody has answered it.',
    details: customer('Bridget Lane', '6 Water Street, Ripon', '7714 530 882', ['Mail', 'bridget.lane@mail.example']),
  },
  {
    key: 'wrong_name',
    from: 'wrong_name',
    title: 'Wrong name on bills',
    touchpoints: ['complaints'],
    languages: EVERYWHERE,
    errand: 'Ask them to take a late parent’s name off your bills, for the third time.',
    coverStory:
      'Your mother died in the spring. The account was moved to you, and the bills still carry her name. You have written twice. You are not out for anything; you would like it to stop.',
    openingLine: 'For the third time: my bills still carry my late mother’s name. Please change it to mine.',
    details: customer('Clara Penn', '19 Rose Bank, Harrogate', '7714 407 255', ['Name on the bills', 'Edith Penn']),
  },
  {
    key: 'reopen_case',
    from: 'reopen_my_case',
    title: 'Reopen my case',
    touchpoints: ['complaints'],
    languages: EVERYWHERE,
    errand: 'Ask them to reopen a case that was closed without an answer.',
    coverStory:
      'You complained about three estimated bills in a row. The case was “resolved” with a standard letter, and the fourth bill is an estimate too. You want it reopened, and a real reading.',
    openingLine: 'You have closed my case, but nothing has changed. Please open it again.',
    ifAsked:
      'The case: the prepared details. What is still wrong: the fourth estimate. A reading: you can send one, if they say where. A visit: no, thank you.',
    details: customer('Martin Sorrel', '44 Abbey Road, Selby', '7714 812 049', ['Case', 'N-20417']),
  },
  {
    key: 'meter_wall',
    from: 'no_box_for_me',
    title: 'Meter behind a wall',
    touchpoints: ['form'],
    languages: EVERYWHERE,
    errand: 'Ask how a meter is read that has ended up behind a wall.',
    coverStory:
      'The people before you put in a new kitchen, and the meter is behind it. There is a hatch the size of a book. You can get a telephone in there, and not your head.',
    openingLine: 'My meter is behind a kitchen wall and I can only reach it with a phone. How do I send you a reading?',
    details: customer('Greta Nash', '15 Spinner Lane, Huddersfield', '7714 366 710', [
      'A photograph',
      'in the shared folder “Wall”',
    ]),
  },
  {
    key: 'saturday_visit',
    from: 'on_a_certain_day',
    title: 'Needs a Saturday',
    touchpoints: ['form'],
    languages: EVERYWHERE,
    errand: 'Ask for a meter visit on a Saturday, because you work all week.',
    coverStory:
      'Your meter is to be changed. You teach and cannot take a weekday off in term. You would like a Saturday, and to know how long you have to wait in.',
    openingLine: 'I need the meter visit on a Saturday, as I can’t take a weekday off. Which ones do you have?',
    ifAsked:
      'Your account: the prepared details. Which Saturday: any in the next six weeks. A neighbour with a key: no. If they offer one, say that you will confirm it tomorrow.',
    never: 'Never confirm a visit: somebody else needs that morning.',
    afterwards: 'If a visit was booked, cancel it the same day and note how easy that was.',
    details: customer('Felix Hart', '33 School Lane, Doncaster', '7714 223 458'),
  },
  {
    key: 'nobody_came',
    from: 'nobody_came',
    title: 'Nobody came',
    purpose: 'complain',
    touchpoints: ['form', 'social'],
    languages: EVERYWHERE,
    errand: 'Complain that you waited in all morning and nobody came.',
    coverStory:
      'You took the morning off for a meter visit between 8 and 12. Nobody came, nobody rang, and in the evening a mail said that you had not been at home. You had been, all morning.',
    openingLine: 'I waited in from eight till noon and nobody came. Then you wrote that I wasn’t at home.',
    details: customer('Joan Tarn', '12 Bobbin Close, Barnsley', '7714 684 937', ['Booking', 'M4, last Thursday, 8–12']),
  },
]
