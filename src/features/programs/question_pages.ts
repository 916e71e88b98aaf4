import type { Context } from '../../context.ts'
import { emptyForm, type Form, type SavedField, savedMeanwhile, type Typed } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { KIND_WORDS, MOST_QUESTIONS, type Question } from './question.ts'
import { listQuestions } from './question_store.ts'
import { getProgram } from './store.ts'

const PLACES = Array.from({ length: MOST_QUESTIONS }, (_, i) => i + 1)

/** The program's own questions, place by place, to be written and changed. */
export function questionsPage(ctx: Context, programId: string, form?: Form): View {
  const program = getProgram(ctx, programId)
  const asked = new Map(listQuestions(ctx, programId).map((question) => [question.position, question]))
  const typed = Object.assign({}, ...PLACES.map((place) => typedFrom(place, asked.get(place))))

  return {
    template: 'programs/questions',
    title: `Own questions of ${program.name}`,
    at: '/programs',
    width: 'narrow',
    program,
    form: form ?? emptyForm(typed),
    meanwhile: form
      ? savedMeanwhile(
          form,
          PLACES.flatMap((place) => savedFields(place, asked.get(place))),
        )
      : [],
    kinds: Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label })),
    places: PLACES.map((place) => ({ place, shown: shownAt(place, form, asked.get(place)) })),
  }
}

/** After somebody else saved, saving again means the words typed here. */
function shownAt(place: number, form: Form | undefined, stands: Question | undefined): string {
  const typed = form?.remark ? undefined : form?.typed[`shown_${place}`]

  return [typed ?? stands?.id ?? ''].flat()[0] ?? ''
}

function typedFrom(place: number, question: Question | undefined): Typed {
  return {
    [`kind_${place}`]: question?.kind ?? 'choice',
    [`words_${place}`]: question?.words ?? '',
    [`choices_${place}`]: question?.choices.join('\n') ?? '',
  }
}

function savedFields(place: number, question: Question | undefined): SavedField[] {
  const typed = typedFrom(place, question)
  const kind = question ? KIND_WORDS[question.kind] : ''

  return [
    { name: `words_${place}`, label: `Question ${place}`, typed: typed[`words_${place}`] ?? '' },
    { name: `kind_${place}`, label: `Question ${place}: how`, typed: typed[`kind_${place}`] ?? '', words: kind },
    { name: `choices_${place}`, label: `Question ${place}: answers`, typed: typed[`choices_${place}`] ?? '' },
  ]
}
