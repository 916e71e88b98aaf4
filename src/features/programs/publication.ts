/** When a draft may be published: in its turn, and only if there is something in it. */
import { type Round, roundName } from './round.ts'

/** The sentence that says why not now; null: it may be. */
export function refusalToPublish(
  round: Round,
  stored: readonly Round[],
  drafted: number,
  locale: string,
): string | null {
  if (round.state !== 'planned') return 'This round is published already.'
  const earlier = stored.find(({ state, startsOn }) => state === 'planned' && startsOn < round.startsOn)
  // The next rounds are counted from the last published one, so an earlier draft would be lost.
  if (earlier) return `Publish ${roundName(earlier, locale)} first.`
  if (drafted === 0)
    return 'There is nobody in this draft. What stands in the way is said below; change it, then draw again.'

  return null
}
