import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { changeQuestions } from '../../src/features/programs/question_actions.ts'
import { listQuestions } from '../../src/features/programs/question_store.ts'
import { askedNow, type OwnQuestion } from '../../src/features/reflections/own_questions.ts'
import { answerCounts, ownAnswers, programs, reflections, reflectionVersions } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { FORM, handIn, openHouseAfterContact } from '../support/reflection_form.ts'

let house: House
let ids: string[]
const program = () => house.db.select().from(programs).get()?.id ?? ''
const EMPTY = { shown: '', kind: 'choice', words: '', choices: [] } as const
const ASKED = [
  { shown: '', kind: 'choice', words: 'Which way had you tried before?', choices: ['The website', 'None'] },
  { shown: '', kind: 'scale', words: 'How much effort was it?', choices: ['none', 'all I had'] },
  { shown: '', kind: 'text', words: 'What would have helped?', choices: [] },
] as const

beforeEach(async () => {
  house = await openHouseAfterContact()
  changeQuestions(house.as('maud'), program(), ASKED)
  ids = listQuestions(house.as('maud'), program()).map(({ id }) => id)
})

const answered = (choice = 'None', scale = '4', text = '') => ({
  questions: ids,
  [`asked_${ids[0]}`]: choice,
  [`asked_${ids[1]}`]: scale,
  [`asked_${ids[2]}`]: text,
})
const reflection = () => house.db.select().from(reflections).get()?.id ?? ''
const kept = () =>
  Object.fromEntries(
    house.db
      .select()
      .from(ownAnswers)
      .all()
      .map((row) => [row.questionVersionId, row.answer]),
  )
const formPage = async () => (await house.get('nora', '/assignments/bill/reflection')).body

describe('the reflection', () => {
  it('asks the program’s own questions after the core', async () => {
    const page = await formPage()
    expect(page.indexOf('Which way had you tried before?')).toBeGreaterThan(page.indexOf('id="cover"'))
    expect(page).toContain('all I had')
    expect(page.match(/name="questions"/g)).toHaveLength(3)
  })

  it('wants an answer where there are some to choose from, and none where there is a text', async () => {
    const { [`asked_${ids[0]}`]: _, ...rest } = answered()
    const answer = await handIn(house, { ...rest, story: '' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('“Which way had you tried before?” has no answer yet.')
    expect(answer.body).toContain('Write the story in one sentence.')
    expect((await handIn(house, answered('The moon'))).statusCode).toBe(422)
    expect((await handIn(house, answered('None', '6'))).statusCode).toBe(422)
    expect((await handIn(house, answered('None', '4', 'x'.repeat(2001)))).statusCode).toBe(422)
    expect((await handIn(house, answered())).statusCode).toBe(303)
    expect(kept()).toEqual({ [ids[0] ?? '']: 'None', [ids[1] ?? '']: '4', [ids[2] ?? '']: '' })
  })

  it('is handed in once, and says so where the answers are others', async () => {
    await handIn(house, answered())
    expect((await handIn(house, answered())).statusCode).toBe(303)
    expect((await handIn(house, answered('The website'))).statusCode).toBe(409)
    expect(kept()[ids[0] ?? '']).toBe('None')
  })

  it('keeps the version it was asked, also in a draft', async () => {
    await house.post('nora', '/assignments/bill/draft', { ...FORM, version: '0', ...answered('The website') })
    changeQuestions(house.as('maud'), program(), [
      { ...ASKED[0], shown: ids[0] ?? '', choices: ['The shop', 'None'] },
      ASKED[1],
      { ...EMPTY, shown: ids[2] ?? '' },
      { shown: '', kind: 'text', words: 'And what of the weather?', choices: [] },
    ])
    const page = await formPage()
    expect(page).toContain('value="The website" checked')
    expect(page).not.toContain('The shop')
    expect(page).toContain('And what of the weather?')
    expect((await handIn(house, answered('The website'))).statusCode).toBe(303)
    expect(kept()[ids[0] ?? '']).toBe('The website')
  })

  it('takes a form that was opened before there was any question, and none of another program', async () => {
    expect((await handIn(house, { questions: ['of-another'], 'asked_of-another': 'hm' })).statusCode).toBe(303)
    expect(kept()).toEqual({})
  })

  it('looks for names in the answers and lets the author decide', async () => {
    const asked = await handIn(house, answered('None', '4', 'That Sarah Whitcombe rings back.'))
    expect(asked.statusCode).toBe(422)
    expect(asked.body).toContain('What would have helped?')
    expect(asked.body).toContain('That the person I spoke with rings back.')
    await handIn(house, {
      ...answered('None', '4', 'That Sarah Whitcombe rings back.'),
      [`wording_asked_${ids[2]}`]: 'take',
      [`offered_asked_${ids[2]}`]: 'That somebody rings back.',
    })
    expect(kept()[ids[2] ?? '']).toBe('That somebody rings back.')
  })

  it('is counted without them', async () => {
    await handIn(house, answered())
    const questions = house.db
      .select()
      .from(answerCounts)
      .all()
      .map(({ question }) => question)
    expect(questions.filter((question) => ids.some((id) => question.includes(id)))).toEqual([])
    expect((await house.get('maud', '/months.csv')).body).not.toContain('effort')
  })
})

describe('after handing in', () => {
  it('shows them to the author and to leads', async () => {
    await handIn(house, answered('None', '5', 'A call back.'))
    for (const who of ['nora', 'maud'] as const) {
      const page = (await house.get(who, `/reflections/${reflection()}`)).body
      expect(page).toContain('5, all I had')
      expect(page).toContain('A call back.')
    }
  })

  it('lets texts be revised, keeps what stood, and leaves choices as they are', async () => {
    await handIn(house, answered('None', '5', 'A call back.'))
    const page = (await house.get('nora', `/reflections/${reflection()}/correction`)).body
    expect(page).toContain('A call back.')
    expect(page).not.toContain('How much effort was it?')
    const change = { ...FORM, version: '1', ...answered('The website', '1', 'A letter.') }
    expect((await house.post('nora', `/reflections/${reflection()}/correction`, change)).statusCode).toBe(303)
    expect(kept()).toEqual({ [ids[0] ?? '']: 'None', [ids[1] ?? '']: '5', [ids[2] ?? '']: 'A letter.' })
    expect((await house.get('nora', `/reflections/${reflection()}`)).body).toContain('A call back.')
  })

  it('masks words in them, in every version', async () => {
    await handIn(house, { ...answered('None', '5', 'Zacharias again.'), [`wording_asked_${ids[2]}`]: 'leave' })
    const change = { ...FORM, version: '1', ...answered('None', '5', 'Zacharias, please.') }
    await house.post('nora', `/reflections/${reflection()}/correction`, {
      ...change,
      [`wording_asked_${ids[2]}`]: 'leave',
    })
    expect(JSON.stringify(house.db.select().from(reflectionVersions).all())).toContain('Zacharias')
    await house.post('maud', `/reflections/${reflection()}/masking`, { version: '2', words: 'Zacharias' })
    expect(kept()[ids[2] ?? '']).toBe('[…], please.')
    expect(JSON.stringify(house.db.select().from(reflectionVersions).all())).not.toContain('Zacharias')
  })

  it('reports them apart: counts with intervals, released texts, each version for itself', async () => {
    await handIn(house, answered('None', '4', 'They were kind to me and it was all I wanted.'))
    const url = `/programs/${program()}/answers`
    const before = (await house.get('maud', url)).body
    expect(before).toContain('<b>1</b> of 1 <i>100%, 21–100%</i>')
    expect(before).toContain('1 more is not released')
    expect(before).not.toContain('They were kind to me')
    await house.post('maud', `/reflections/${reflection()}/release`, { version: '1' })
    expect((await house.get('maud', url)).body).toContain('They were kind to me')
    changeQuestions(house.as('maud'), program(), [
      { ...ASKED[0], shown: ids[0] ?? '', words: 'What now?' },
      ...ASKED.slice(1),
    ])
    expect((await house.get('maud', url)).body).toContain('The words until 10 June 2026')
  })

  it('leaves out a contact whose cover was blown', async () => {
    await handIn(house, { ...answered(), cover: 'blown', cover_reason: 'They laughed.' })
    expect((await house.get('maud', `/programs/${program()}/answers`)).body).toContain('Nobody has answered yet.')
  })
})

describe('the questions a form asks', () => {
  const version = fc.record({
    questionId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    id: fc.uuid(),
    position: fc.nat(5),
  })
  const made = (all: { questionId: string; id: string; position: number }[]) =>
    all.map((one): OwnQuestion => ({ number: 1, kind: 'text', words: one.id, choices: [], ...one }))

  it('are never two versions of one, and always those it began with', () => {
    fc.assert(
      fc.property(fc.array(version), fc.array(version), (current, begun) => {
        const now = askedNow(
          made(current.filter((a, i) => current.findIndex((b) => b.questionId === a.questionId) === i)),
          made(begun),
        )
        const questions = now.map(({ questionId }) => questionId)
        expect(new Set(questions).size).toBe(questions.length)
        for (const { questionId } of begun)
          expect(now.find((one) => one.questionId === questionId)?.id).toBe(
            begun.find((one) => one.questionId === questionId)?.id,
          )
      }),
    )
  })
})
