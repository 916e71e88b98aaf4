import { shareTexts } from '../src/features/months/texts_actions.ts'
import { listShareable, listSpansWithTexts } from '../src/features/months/texts_store.ts'
import type { Company } from './company.ts'

/** Maud shares some of what was released: three stories of a touchpoint and span, and never all there are. */
export function shareStories(company: Company, at: Temporal.Instant): void {
  const lead = company.as('maud', at)
  for (const span of listSpansWithTexts(lead)) {
    const stories = listShareable(lead, span).filter(({ field }) => field === 'story')
    for (const own of Map.groupBy(stories, ({ touchpointId }) => touchpointId).values())
      for (const { reflectionId } of own.slice(0, MOST)) shareTexts(lead, reflectionId, ['story'])
  }
}

const MOST = 3
