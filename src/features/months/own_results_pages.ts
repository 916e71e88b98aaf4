import type { Context } from '../../context.ts'
import { counted, dayInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation } from '../members/store.ts'
import type { Question } from '../programs/question.ts'
import { listQuestionVersions } from '../programs/question_store.ts'
import { getProgram } from '../programs/store.ts'
import { numbersIn, shareWords } from './figure_words.ts'
import { type OwnShare, ownShares } from './own_results.ts'
import { listOwnCounts, listOwnTexts } from './own_results_store.ts'

type Version = ReturnType<typeof listQuestionVersions>[number]

/** For leads: what was answered to a program’s own questions, question by question, each version for itself. */
export function ownResultsPage(ctx: Context, programId: string): View {
  const program = getProgram(ctx, programId)
  const versions = listQuestionVersions(ctx, programId)
  const byQuestion = [...Map.groupBy(versions, ({ questionId }) => questionId).values()]
  const shown = resultsOf(ctx, programId)
  const isAsked = (of: readonly Version[]) => of[0]?.endedOn === null

  return {
    template: 'months/own',
    title: `Own questions of ${program.name}`,
    at: '/programs',
    width: 'narrow',
    program,
    questions: byQuestion
      .toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a)))
      .map((of) => ({ asked: isAsked(of), versions: of.map(shown) })),
  }
}

function resultsOf(ctx: Context, programId: string) {
  const { locale } = getOrganisation(ctx)
  const counts = Map.groupBy(listOwnCounts(ctx, programId), ({ version }) => version)
  const texts = Map.groupBy(listOwnTexts(ctx, programId), ({ version }) => version)

  return (question: Version) => {
    const written = texts.get(question.id) ?? []
    const shares = question.kind === 'text' ? [] : ownShares(question, counts.get(question.id) ?? [])

    return {
      words: question.words,
      number: question.number,
      until: question.endedOn ? dayInWords(question.endedOn, locale) : null,
      said: saidOf(question, shares, written),
      rows: shares[0]?.of ? shares.map((share) => rowOf(share, locale)) : [],
      texts: written.filter(({ state }) => state === 'released'),
    }
  }
}

/** "12 contacts answered." "Three texts are released, two wait." */
function saidOf({ kind }: Question, shares: readonly OwnShare[], written: readonly { state: string }[]): string {
  const of = shares[0]?.of ?? 0
  if (kind !== 'text') return of === 0 ? 'Nobody has answered yet.' : `${counted(of, 'counted contact')} answered.`
  if (written.length === 0) return 'Nobody has written anything yet.'
  const released = written.filter(({ state }) => state === 'released').length
  const rest = written.length - released

  return rest === 0
    ? `${counted(released, 'text')}, all released.`
    : `${counted(released, 'released text')}. ${counted(rest, 'more is', 'more are')} not released: read them with their reflections.`
}

function rowOf({ answer, means, contacts, of, share }: OwnShare, locale: string) {
  const { whole } = numbersIn(locale)

  return {
    answer,
    means,
    strong: whole(contacts),
    rest: `of ${whole(of)}`,
    below: share ? shareWords(share) : '',
  }
}
