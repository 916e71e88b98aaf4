import type { Decide } from '../src/features/months/closing_actions.ts'
import { partsOf, publicationOf } from '../src/features/months/publication.ts'
import { joined, type Publication } from '../src/features/months/publishing.ts'
import { SideBySide } from '../src/platform/solver/side_by_side.ts'

/** What closing a quarter takes longest over is worked out on two threads, because here somebody waits for it. */
export function decidingBeside(): { decide: Decide; end: () => void } {
  let beside: SideBySide | undefined

  return {
    decide: (release) => {
      if (release.places.length === 1) return publicationOf(release)
      beside ??= new SideBySide({ module: PUBLICATION, name: partsOf.name })
      const { contacts, assignments } = release
      const read = { ...release, contacts: [...contacts], assignments: [...assignments], steps: STEPS }

      return joined(beside.all<Publication>(read, partsOf(read)))
    },
    end: () => void beside?.end(),
  }
}

/** A seventh of what a closing may take at night; a tenth more is withheld for it, which is no less safe. */
const STEPS = 60_000_000

const PUBLICATION = new URL('../src/features/months/publication.ts', import.meta.url)
