import { describe, expect, it } from 'vitest'
import { inPages, type SlideText, wordPages } from '../../src/platform/files/slide_room.ts'

const soft = (letters: number): SlideText => ({ words: 'word '.repeat(letters / 5).trim(), voice: 'soft' })
const story = (words: string): SlideText[] => [
  { words: 'Billing line', voice: 'by' },
  { words, voice: 'quote' },
]

describe('a slide', () => {
  it('holds as many paragraphs as it has room for, and all of them go somewhere', () => {
    expect(wordPages([soft(300), soft(200), soft(300), soft(150)])).toHaveLength(1)
    const many = Array.from({ length: 12 }, () => soft(300))
    expect(wordPages(many).flat()).toEqual(many)
    expect(wordPages(many).length).toBe(3)
  })

  it('holds five short stories with what is said of them', () => {
    const said: SlideText = {
      words: 'Chosen by the people who lead the program; other stories were told.',
      voice: 'soft',
    }
    const stories = ['One.', 'Two.', 'Three.', 'Four.', 'Five.'].flatMap(story)
    expect(wordPages([...stories, said])).toEqual([[...stories, said]])
  })

  it('never ends with whose words come next', () => {
    const pages = wordPages(Array.from({ length: 40 }, (_, i) => story('Long '.repeat(i * 3))).flat())
    expect(pages.length).toBeGreaterThan(5)
    for (const page of pages) expect([page[0]?.voice, page.at(-1)?.voice]).toEqual(['by', 'quote'])
  })

  it('holds half as many letters of a script that is twice as wide', () => {
    const pages = (words: string) => wordPages([{ words, voice: 'quote' }]).length
    expect([pages('a'.repeat(900)), pages('文'.repeat(900))]).toEqual([1, 2])
  })
})

describe('rows', () => {
  it('are spread over no more slides than they need, and evenly: none has one left over', () => {
    const rows = Array.from({ length: 17 }, (_, i) => i)
    const pages = inPages(rows, () => 1, 8)
    expect(pages.map(({ length }) => length)).toEqual([6, 6, 5])
    expect(pages.flat()).toEqual(rows)
    expect(inPages([], () => 1, 8)).toEqual([])
    expect(inPages(['wider than all'], () => 9, 8)).toEqual([['wider than all']])
  })
})
