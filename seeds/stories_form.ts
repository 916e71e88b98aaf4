import type { Tellings } from './telling.ts'

/** Meter visit form: it works, and it does not much care who you are. */
export const FORM: Tellings = {
  good: [
    {
      on: 'saturday_visit',
      story: 'I asked for a Saturday and got a Saturday, with a two-hour window that they kept.',
      facts: { promise: 'kept', wait: 'next_day' },
      why: 'I did not have to take a day off for a meter.',
    },
    {
      on: 'saturday_visit',
      story: 'A person rang because the form had no box for what I needed, and she had guessed it.',
      well: 'Picked up the phone instead of closing the ticket.',
      belief: 'I thought that a form ended in a form.',
    },
    {
      on: 'meter_wall',
      story: 'They asked for a photo, wrote back with an arrow drawn on it, and that was that.',
      well: 'The arrow. I would frame it.',
    },
    {
      on: 'meter_wall',
      story: 'Somebody wrote that lots of people have their meter behind a wall, and I felt less foolish.',
      phrase: 'You are in good company, behind that wall.',
    },
    {
      on: 'nobody_came',
      story: 'They said sorry for my wasted morning, and the word “wasted” was theirs.',
      phrase: 'We wasted your morning.',
      facts: { escalation: 'offered', promise: 'kept' },
      well: 'Named it, then mended it.',
    },
    {
      story: 'Three fields, a clear sentence about what comes next, and it came next.',
      facts: { wait: 'same_day', promise: 'kept' },
      belief: 'I thought that our forms had at least twelve fields.',
    },
    {
      story: 'The confirmation read like a note from a neighbour.',
      well: 'Short, with the day in bold.',
    },
    {
      story: 'The mail said who would come, in which van, and that they like dogs.',
      why: 'I knew whom I was opening the door to.',
    },
    {
      story: 'They had kept a note of the awkward gate from years ago.',
      well: 'Somebody had written it down, and somebody had read it.',
    },
    {
      story: 'I got a choice of three days, and the third was mine.',
      phrase: 'Pick whichever is least trouble.',
      facts: { wait: 'next_day' },
    },
  ],
  cold: [
    {
      on: 'meter_wall',
      story: 'Photo received, visit booked, human being not detected.',
      facts: { wait: '2_to_3' },
      well: 'Everything in the booking was right.',
      causes: ['wording'],
    },
    {
      on: 'meter_wall',
      story: 'I described a wall and received an appointment type.',
      phrase: 'Appointment type: M4.',
      causes: ['system', 'wording'],
    },
    {
      on: 'saturday_visit',
      story: 'No Saturdays; the next free Tuesday; regards.',
      causes: ['policy'],
      well: 'At least it was quick.',
      facts: { wait: 'same_day', addressed: 'partly' },
    },
    {
      on: 'saturday_visit',
      story: 'It answered my question and forgot that I had given it a reason.',
      belief: 'There is a box for “reason”. I asked around; nobody reads it.',
      causes: ['policy'],
    },
    {
      on: 'nobody_came',
      story: 'A new date, correct in every detail, as if the old one had never been.',
      causes: ['wording'],
      why: 'One word about my morning would have done.',
    },
    {
      on: 'nobody_came',
      story: 'My visit had been “not completed”, which is one way of putting it.',
      phrase: 'Status: not completed.',
      causes: ['wording', 'system'],
    },
    {
      story: 'Like putting a coin in a machine that works.',
      well: 'It works.',
    },
    {
      story: 'Four automatic mails in one hour, all of them accurate.',
      causes: ['system'],
      facts: { wait: 'same_day' },
    },
    {
      story: 'I have a reference, a date and no feeling of having spoken to anybody.',
    },
    {
      story: 'The form did what it says, and says what it does, and that is all I can say.',
      well: 'It never asked anything twice.',
    },
    {
      story: 'A date, a window, a barcode.',
      causes: ['wording'],
      why: 'Fine. I will not remember it, and perhaps that is the point.',
    },
    {
      story: 'They read the first line of my message and answered that one well.',
      causes: ['policy'],
    },
  ],
  kind: [
    {
      story: 'A person thanked me for the clear description, and sent somebody for the gas.',
      causes: ['hand_off', 'knowledge'],
      well: 'Somebody had read it with pleasure, at least.',
    },
    {
      on: 'saturday_visit',
      story: 'A warm reply and a Saturday that turned out to be a bank holiday.',
      causes: ['system', 'knowledge'],
      well: 'It was a lovely mail, with my cat in it.',
    },
    {
      on: 'nobody_came',
      story: 'The apology was perfect and the new visit was at my old address.',
      causes: ['system'],
    },
    {
      on: 'meter_wall',
      story: 'So much understanding for my wall, and then a visit to read the wrong meter.',
      causes: ['hand_off'],
      belief: 'I believed that the photo would reach the person with the ladder.',
    },
  ],
  poor: [
    {
      on: 'nobody_came',
      story: 'Nobody came, and the form asks me to confirm that somebody did.',
      causes: ['system'],
      phrase: 'Please confirm that your visit took place.',
      why: 'I would not wait in for them again.',
    },
    {
      on: 'nobody_came',
      story: 'It seems that I was not at home; I was, with biscuits.',
      phrase: 'You were not at home.',
      causes: ['hand_off', 'wording'],
      facts: { escalation: 'not_offered' },
    },
    {
      on: 'meter_wall',
      story: 'The form will not go on without a reading, which is why I am filling in the form.',
      facts: { addressed: 'no' },
      causes: ['system'],
      unsaid: 'Has any of us ever filled this in? I mean us, on the ninth floor.',
    },
    {
      on: 'saturday_visit',
      story: 'I chose Saturday from our own list and was told off for choosing it.',
      causes: ['system', 'policy'],
    },
    {
      story: 'My answer was “see our website”, and I was on our website.',
      phrase: 'Please see our website.',
      causes: ['wording', 'policy'],
      belief: 'I thought that somebody read these before answering.',
    },
  ],
  nobody: [
    {
      story: 'The form thanked me, and that was the last I heard of it.',
      facts: { reached: 'no_answer', wait: '2_to_3' },
      causes: ['hand_off'],
    },
    {
      story: 'I pressed send, and the rest is silence.',
      facts: { reached: 'no_answer', wait: '4_to_10' },
      causes: ['staffing'],
      well: 'The form itself is clear. Somebody cared about it once.',
    },
  ],
}
