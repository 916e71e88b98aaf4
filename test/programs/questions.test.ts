import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { listQuestions } from '../../src/features/programs/question_store.ts'
import { auditEntries, programQuestions, programs } from '../../src/platform/db/tables.ts'
import { setUpErrands } from '../support/errands.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
  setUpErrands(house)
})

type Posted = Record<string, string>
const CHANNEL = {
  kind_1: 'choice',
  words_1: 'Which way had you tried before?',
  choices_1: 'The website\nThe app\nNone',
}
const program = () => house.db.select().from(programs).get()?.id ?? ''
const save = (form: Posted, who: 'maud' | 'nora' = 'maud') => house.post(who, `/programs/${program()}/questions`, form)
const asked = () => listQuestions(house.as('maud'), program())

describe('a program’s own questions', () => {
  it('are put by a lead, five at most, each in its place', async () => {
    const form: Posted = {
      ...CHANNEL,
      kind_2: 'scale',
      words_2: 'How much effort was it?',
      kind_5: 'text',
      words_5: 'What next?',
    }
    expect((await save(form)).statusCode).toBe(303)

    expect(asked()).toMatchObject([
      { position: 1, number: 1, kind: 'choice', choices: ['The website', 'The app', 'None'] },
      { position: 2, kind: 'scale', choices: ['not at all', 'fully'] },
      { position: 5, kind: 'text', choices: [] },
    ])
    expect((await house.get('maud', `/programs/${program()}/questions`)).body).toContain('How much effort was it?')
    expect((await save({ ...form, words_6: 'One more?' })).statusCode).toBe(303)
    expect(asked()).toHaveLength(3)
  })

  it('keep every version: a change ends the one before and takes its number on', async () => {
    await save(CHANNEL)
    const [first] = asked()
    await save({ ...CHANNEL, shown_1: first?.id ?? '', choices_1: 'The website\nThe shop' })
    const [second] = asked()
    expect(second).toMatchObject({ number: 2, questionId: first?.questionId, choices: ['The website', 'The shop'] })
    expect(second?.id).not.toBe(first?.id)

    await save({ kind_1: 'choice', shown_1: second?.id ?? '', words_1: '', choices_1: '' })
    expect(asked()).toEqual([])
    expect(house.db.select().from(programQuestions).all()).toMatchObject([
      { number: 1, words: CHANNEL.words_1, endedOn: '2026-06-10' },
      { number: 2, endedOn: '2026-06-10' },
    ])
  })

  it('change once on a double click, and not at all where nothing changed', async () => {
    await save(CHANNEL)
    expect((await save(CHANNEL)).statusCode).toBe(303)
    const entries = house.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'changed the questions of'))
      .all()
    expect(entries).toHaveLength(1)
    expect(asked()).toHaveLength(1)
  })

  it('are not overwritten by somebody who has not seen what another lead saved', async () => {
    await save(CHANNEL)
    const answer = await save({ kind_1: 'text', words_1: 'What did you think?', shown_1: '' })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('What did you think?')
    expect(answer.body).toContain(CHANNEL.words_1)
    const shown = /name="shown_1" value="([^"]+)"/.exec(answer.body)?.[1] ?? ''
    expect((await save({ kind_1: 'text', words_1: 'What did you think?', shown_1: shown })).statusCode).toBe(303)
    expect(asked()).toMatchObject([{ kind: 'text', number: 2 }])
  })

  it.each([
    [{ ...CHANNEL, choices_1: 'The website' }, 'Write 2 to 6 answers, one a line.'],
    [{ ...CHANNEL, choices_1: 'Yes\nNo\nyes' }, 'One of these stands here twice.'],
    [{ ...CHANNEL, choices_1: `Yes\n${'x'.repeat(61)}` }, 'Keep each answer under 60 characters.'],
    [{ ...CHANNEL, kind_1: 'scale' }, 'Write the two ends of the scale, one a line.'],
    [{ ...CHANNEL, kind_1: 'text' }, 'A text has no answers to choose from: empty this.'],
    [{ ...CHANNEL, words_1: '' }, 'Write the question to these answers.'],
    [{ ...CHANNEL, words_1: 'x'.repeat(201) }, 'Keep the question under 200 characters.'],
    [{ ...CHANNEL, kind_2: 'text', words_2: CHANNEL.words_1.toUpperCase() }, 'This is asked above already.'],
    [{ ...CHANNEL, kind_1: 'stars' }, 'Choose how it is answered.'],
  ])('say what is wrong beside the field and keep what was typed', async (form: Posted, sentence) => {
    const answer = await save(form)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
    if (form.choices_1) expect(answer.body).toContain(form.choices_1.split('\n')[0])
    expect(asked()).toEqual([])
  })

  it('are nobody’s but leads’, and none is asked in a program that has ended', async () => {
    expect((await save(CHANNEL, 'nora')).statusCode).toBe(403)
    expect((await house.get('rhea', `/programs/${program()}/answers`)).statusCode).toBe(403)
    expect((await house.get('maud', '/programs/nowhere/questions')).statusCode).toBe(404)
    house.db.update(programs).set({ retiredOn: '2026-06-01' }).run()
    expect((await save(CHANNEL)).statusCode).toBe(409)
  })
})
