import type { Context } from '../src/context.ts'
import { getBriefed } from '../src/features/assignments/store.ts'
import { changeQuestions } from '../src/features/programs/question_actions.ts'
import type { Answers } from '../src/features/reflections/fields.ts'
import type { OwnGiven, OwnQuestion } from '../src/features/reflections/own_questions.ts'
import { ownAsked } from '../src/features/reflections/own_store.ts'

const TOLD_ONCE = 'Did you have to tell the same thing at a second place?'
const FIRST_TRIED = 'Where would you have looked first, at home?'
const EFFORT = 'How much effort was it to move with us?'
const DROPPED = 'Which question would you drop from the form?'

const PLACES = ['On the website', 'In the app', 'I would have rung', 'In the shop'] as const

/** What the program about moving asks besides, from its beginning. */
export function askBesides(ctx: Context, programId: string): void {
  changeQuestions(ctx, programId, [
    {
      shown: '',
      kind: 'choice',
      words: TOLD_ONCE,
      choices: ['No, once was enough', 'Yes, once more', 'Yes, several times'],
    },
    { shown: '', kind: 'choice', words: FIRST_TRIED, choices: PLACES },
    { shown: '', kind: 'scale', words: EFFORT, choices: ['no effort', 'hard work'] },
    { shown: '', kind: 'text', words: DROPPED, choices: [] },
  ])
}

/** Answers in keeping with the rest of the reflection; nothing is thrown for them, so that the year stays as it was. */
export function besides(ctx: Context, assignmentId: string, answers: Answers): OwnGiven {
  const questions = ownAsked(ctx, getBriefed(ctx, assignmentId).assignment.programId)

  return {
    asked: questions.map(({ id }) => id),
    answers: Object.fromEntries(questions.map((question) => [question.id, answerTo(question, answers)])),
  }
}

function answerTo({ words, choices }: OwnQuestion, answers: Answers): string {
  const { repeated, transfers, valued, story } = answers
  if (words === EFFORT) return String(repeated === 'yes' ? Math.min(5, 7 - valued) : Math.max(1, 5 - valued))
  if (words === FIRST_TRIED) return PLACES[story.length % PLACES.length] ?? ''
  if (words === TOLD_ONCE) return choices[repeated !== 'yes' ? 0 : (transfers ?? 0) > 1 ? 2 : 1] ?? ''

  return valued < 3 ? (DROPPABLE[story.length % DROPPABLE.length] ?? '') : ''
}

const DROPPABLE = [
  'The one for the meter number of the flat I have not seen yet.',
  'My date of birth, which I gave on the page before.',
  'The reason why I move. It is none of our business.',
  'The second telephone number.',
  'Who lived there before me. How would I know?',
  'The day the old supplier was told. I told them through us.',
  'How I heard of us, which is not what moving is about.',
  'The size of the flat, in a unit I had to look up.',
  'Whether I own or rent. The lamp does not care.',
  'The name for the doorbell.',
  'My occupation, asked by an energy company.',
]
