import type { Outcome } from './telling.ts'

/** Lines that fit any touchpoint, for what a telling leaves unsaid. Each is used once. */
export interface Remarks {
  well: readonly string[]
  why: readonly string[]
  belief: readonly string[]
  unsaid: readonly string[]
}

const good: Remarks = {
  well: [
    'Explained why each question was asked.',
    'Took the second question as seriously as the first.',
    'Summed up at the end what we had agreed.',
    'Never made me feel that I should have known.',
    'Said what was not possible before what was.',
    'Used short words for a long matter.',
    'Gave me the choice, and the time to make it.',
    'Asked at the end whether that was really all.',
    'Was honest about what would take a while.',
    'Noticed that I had understood, and stopped there.',
    'Owned it, although it had begun somewhere else.',
    'Left room for my questions instead of filling it.',
    'Thanked me for something, and one could tell for what.',
    'Did the small extra thing that nobody would have missed.',
    'Found my old message before I mentioned it.',
    'Wrote down my words, not their own.',
  ],
  why: [
    'It was easy, and I was treated like a grown-up.',
    'They did what they said. That is all I ask.',
    'I felt looked after, and I was not even a good customer.',
    'I would recommend it, and I do not recommend things.',
    'They cared about it as much as I pretended to.',
    'Nothing to forgive.',
    'It made me a little proud on the way home.',
    'Because of the one person who knew what to do.',
    'It felt like a company with people in it.',
    'I would not know where else to get that.',
  ],
  belief: [
    'I thought that our best people were in the head office.',
    'I believed that good service needs time. This took no time.',
    'I came with a list of what would go wrong. I have thrown it away.',
    'I used to think that scripts hold people back. This one did not.',
    'I did not think that anybody would notice the second half of my sentence.',
    'I thought we had lost this.',
  ],
  unsaid: ['That I would like to say thank you, and must not.', 'How good it felt. The scale stops at five.'],
}

const cold: Remarks = {
  well: [
    'Complete, and in the right order.',
    'They knew their rules inside out.',
    'No detours.',
    'It was correct the first time.',
    'Everything was confirmed at the end, word for word.',
    'They were exact about money.',
    'It was quick. I will take quick.',
    'They asked only what they needed.',
  ],
  why: [
    'Yes, but nobody would notice if I left.',
    'It works. I would not tell anybody about it.',
    'Unsure, because I cannot say that anyone wanted me.',
    'I would stay until somebody smiles at me elsewhere.',
    'They were right. I still feel told off.',
    'It was over quickly, and that was the best of it.',
    'I was a case. I have been worse things.',
  ],
  belief: [
    'I thought right was enough. I have said so in speeches.',
    'I believed that customers do not need warmth from a utility.',
    'I thought that efficiency felt good at the other end.',
    'I would have called this good service last week.',
  ],
  unsaid: [
    'There is no word here for “correct”, and it is the word.',
    'Whether they would have noticed if I had wept.',
  ],
}

const kind: Remarks = {
  well: [
    'They wanted to help. It was plain to hear.',
    'Stayed patient when nothing would load.',
    'Said sorry as one does among friends.',
    'Did not give up, although I nearly did.',
    'Remembered what I had said at the beginning.',
    'Made it bearable.',
    'They took my side.',
    'Laughed at themselves rather than at me.',
  ],
  why: [
    'I like them. I would check what they tell me.',
    'For the people yes, for the answers no.',
    'I would stay, and do it myself next time.',
    'Unsure. Being liked is not the same as being helped.',
    'I could not be angry, which is almost worse.',
    'They deserve better tools, and so do I.',
  ],
  belief: [
    'I thought that friendliness was our problem. It is our knowledge.',
    'I believed the training covered this. It covers the smile.',
    'I thought people this nice would have the right screen in front of them.',
  ],
  unsaid: ['I know whose fault it is, and they were not there.'],
}

const poor: Remarks = {
  well: [
    'They did pick up.',
    'Somebody said “I understand”, and may have.',
    'The greeting was warm.',
    'Nobody raised their voice.',
    'They tried to find the file.',
    'They apologised once, for the noise.',
    'The first minute was good.',
    'I think they would have liked to help.',
  ],
  why: [
    'I would be gone, and I run part of this company.',
    'Nobody there seemed to mind whether I stayed.',
    'I do not want to explain it a fourth time, ever.',
    'If I had a choice that day, I would have taken it.',
    'Not because of the fault. Because of the shrug.',
    'I was made to feel like the problem.',
    'I would wait for my contract to end and say nothing.',
    'They had me, and they let go.',
  ],
  belief: [
    'I thought that our figures would have told us this.',
    'I believed that this had been fixed. I was in the meeting in which we fixed it.',
    'I thought that such stories were exceptions. It was my first try.',
    'I have defended this process. I had not met it.',
    'I believed that our people could decide something.',
    'I thought customers exaggerate.',
  ],
  unsaid: [
    'I would have liked to say how long I sat in the car afterwards.',
    'That nobody was to blame, and everybody was.',
    'There is no box for “ashamed”.',
  ],
}

const nobody: Remarks = {
  well: ['The music was bearable.', 'The line was clear, while it lasted.', 'The greeting on the tape is warm.'],
  why: [
    'I had a choice, and I would have used it.',
    'You cannot value somebody whom you do not answer.',
    'The next number on my list would have had me.',
    'I would not try twice.',
  ],
  belief: [
    'I thought that the figure for lost calls was about other people.',
    'I believed that we were open.',
    'Nine in ten get through, we say. Now I know the tenth.',
  ],
  unsaid: ['What I would have said if somebody had been there.'],
}

const bot: Remarks = {
  well: ['No wait at all.', 'It spelt everything correctly.', 'It said at once that it was a machine.'],
  why: ['If I wanted to talk to a form, I would fill one in.', 'Unsure. I never met the company.'],
  belief: ['I believed that the bot was the fast lane.', 'I thought it could tell when it was lost.'],
  unsaid: ['I said thank you to it. I am not sure why.'],
}

export const REMARKS: Readonly<Record<Outcome, Remarks>> = { good, cold, kind, poor, nobody, bot }
