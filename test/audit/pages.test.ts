import { beforeEach, describe, expect, it } from 'vitest'
import { sentenceOf } from '../../src/features/audit/sentence.ts'
import { letters } from '../../src/platform/db/tables.ts'
import { newBreaker } from '../../src/platform/mail/breaker.ts'
import { postLetter, sendDueLetters } from '../../src/platform/mail/outbox.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})

describe('the audit', () => {
  it('says who did what, in words, newest day first', async () => {
    await house.post('alva', '/members/viktor/retirement')
    house.now = house.now.add({ hours: 24 })
    await house.post('alva', '/departments/finance', { name: 'Money', version: '1' })
    const page = (await house.get('alva', '/audit')).body
    expect(page).toContain('Alva Nyström retired Viktor Hale.')
    expect(page).toContain('Alva Nyström renamed the department Money.')
    expect(page).toContain('Alva Nyström signed in.')
    expect(page.indexOf('11 June 2026')).toBeLessThan(page.indexOf('10 June 2026'))
    expect(page).not.toMatch(/\d\d:\d\d/)
  })

  it('shows one member: what they did, and what was done for them', async () => {
    await house.post('alva', '/members/viktor/retirement')
    await house.post('alva', '/departments/finance', { name: 'Money', version: '1' })
    const page = (await house.get('alva', '/audit?member=viktor')).body
    expect(page).toContain('retired Viktor Hale')
    expect(page).not.toContain('renamed the department')
  })

  it('is an admin’s only', async () => {
    for (const who of ['nora', 'maud', 'otto', 'rhea'] as const)
      expect((await house.get(who, '/audit')).statusCode).toBe(403)
  })

  it('says once what was done often on one day', async () => {
    for (const version of ['1', '2', '3'])
      await house.post('alva', '/departments/finance', { name: `Money ${version}`, version })
    const page = (await house.get('alva', '/audit')).body
    expect(page.match(/renamed the department Money 3/g)).toHaveLength(1)
    expect(page.replace(/<[^>]*>/g, '')).toContain('renamed the department Money 3. 3 times')
  })

  it('goes on over pages, whatever is asked for', async () => {
    for (let i = 0; i < 120; i++)
      await house.post('alva', '/departments/finance', { name: `M${i}`, version: `${i + 1}` })
    expect((await house.get('alva', '/audit')).body).toContain('rel="next"')
    expect((await house.get('alva', '/audit?page=2')).body).toContain('rel="prev"')
    for (const query of ['page=0', 'page=x', 'page=99999', 'member=nobody', 'member=a&member=b', 'page=1&page=2'])
      expect((await house.get('alva', `/audit?${query}`)).statusCode).toBe(200)
  })

  it.each([
    [{ action: 'handed_in', subject: 'reflection' }, undefined, 'Nora handed in a reflection.'],
    [{ action: 'started', subject: 'assignment' }, undefined, 'Nora started an assignment.'],
    [
      { action: 'hours changed', subject: 'touchpoint' },
      'Billing line',
      'Nora changed the opening hours of the touchpoint Billing line.',
    ],
    [{ action: 'changed', subject: 'organisation' }, undefined, 'Nora changed the settings.'],
    [
      { action: 'added an absence of', subject: 'member', subjectId: 'nora' },
      'Nora',
      'Nora added days away of their own.',
    ],
    [{ action: 'chose letters', subject: 'member', subjectId: 'nora' }, 'Nora', 'Nora chose which letters to get.'],
    [
      { action: 'made a calendar for', subject: 'member', subjectId: 'nora' },
      'Nora',
      'Nora made a calendar feed of their own.',
    ],
    [
      { action: 'noted a change', subject: 'rebase' },
      undefined,
      'Nora noted a change that control charts begin anew with.',
    ],
    [{ action: 'published', subject: 'what we heard' }, undefined, 'Nora published a page of what we heard.'],
    [{ action: 'made a link to', subject: 'staff notice' }, undefined, 'Nora made a link to the staff notice.'],
    [{ action: 'chose the leading measure', subject: 'organisation' }, undefined, 'Nora chose the measure that leads.'],
  ])('%j reads as a sentence', (entry, name, sentence) => {
    expect(sentenceOf({ actor: 'Nora', actorId: 'nora', subjectId: 'x', ...entry }, name)).toBe(sentence)
  })

  it('names Plainclothes where nobody acted', () => {
    const entry = { actor: null, actorId: null, action: 'closed', subject: 'round', subjectId: 'r' }
    expect(sentenceOf(entry, '2026-06 of Listen')).toBe('Plainclothes closed the round 2026-06 of Listen.')
    expect(sentenceOf({ ...entry, action: 'missed', subject: 'assignment' }, undefined)).toBe(
      'Plainclothes noted an assignment as missed.',
    )
    expect(sentenceOf({ ...entry, subject: 'month' }, 'June 2026')).toBe('Plainclothes closed June 2026.')
    expect(sentenceOf({ ...entry, action: 'delayed the closing', subject: 'month' }, 'June 2026')).toBe(
      'Plainclothes delayed the closing of June 2026.',
    )
  })
})

describe('the outbox', () => {
  const post = (occasion: string, secret = false, dueAt = house.now) =>
    postLetter(house.as(), {
      dueAt,
      ...{ occasion, memberId: 'maud', kind: 'digest', toName: 'Maud Bergström', toAddress: 'maud@northwind.example' },
      ...{ subject: 'Customer hour', text: `Words of ${occasion}.`, html: '<p>Words.</p>', secret },
    })
  const tick = () =>
    sendDueLetters({
      ...{ context: () => house.as(), postman: undefined, stopping: new AbortController().signal },
      ...{ breaker: newBreaker(() => 0), chance: () => 0 },
    })
  const idOf = (occasion: string) =>
    house.db
      .select()
      .from(letters)
      .all()
      .find((letter) => letter.occasion === occasion)?.id ?? ''
  const give_up = (occasion: string) =>
    house.db.$client
      .prepare(
        "update letters set state = 'given_up', attempts = 1, due_at = null, trouble = 'The mail server will not take this letter.' where occasion = ?",
      )
      .run(occasion)

  it('keeps letters to be read where there is no mail server, but never a sign-in letter', async () => {
    post('digest')
    post('sign-in 1', true)
    const signIn = idOf('sign-in 1')
    await tick()
    const page = (await house.get('alva', '/outbox')).body
    expect(page).toContain('1 letter kept here to be read.')
    expect(page).toContain('listed, but not counted')
    expect((await house.get('alva', `/outbox/${idOf('digest')}`)).body).toContain('Words of digest.')
    expect((await house.get('alva', `/outbox/${signIn}`)).statusCode).toBe(404)
    expect(page).toContain(`href="/outbox/${idOf('digest')}"`)
    expect(page).not.toContain(`href="/outbox/${signIn}"`)
  })

  it('says of a letter that is not due yet whose hours it waits for', async () => {
    post('digest', false, house.now.add({ hours: 20 }))
    await tick()
    expect((await house.get('alva', '/outbox')).body).toContain('Waits for its reader’s hours, written 10 June 2026.')
  })

  it('shows no words of a letter that is still waiting', async () => {
    post('digest')
    expect((await house.get('alva', `/outbox/${idOf('digest')}`)).statusCode).toBe(404)
  })

  it('says what could not be delivered and why; an admin tries again or discards, once', async () => {
    for (const occasion of ['one', 'two']) post(occasion)
    for (const occasion of ['one', 'two']) give_up(occasion)
    const page = (await house.get('alva', '/outbox')).body
    expect(page).toContain('2 letters could not be delivered.')
    expect(page).toContain('The mail server will not take this letter.')
    expect(page).toContain(', tried once.')
    expect((await house.post('alva', `/outbox/${idOf('one')}/retry`)).statusCode).toBe(303)
    expect((await house.post('alva', `/outbox/${idOf('one')}/retry`)).statusCode).toBe(409)
    expect((await house.post('alva', `/outbox/${idOf('two')}/discard`)).statusCode).toBe(303)
    expect((await house.post('alva', `/outbox/${idOf('two')}/discard`)).statusCode).toBe(409)
    expect(
      house.db
        .select()
        .from(letters)
        .all()
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(['discarded', 'waiting'])
    expect(post('two')).toBe(false)
  })

  it('tries no secret letter again: its words are gone', async () => {
    post('sign-in 2', true)
    give_up('sign-in 2')
    expect((await house.post('alva', `/outbox/${idOf('sign-in 2')}/retry`)).statusCode).toBe(409)
  })

  it('is an admin’s only', async () => {
    for (const who of ['nora', 'maud', 'otto', 'rhea'] as const)
      expect((await house.get(who, '/outbox')).statusCode).toBe(403)
  })
})
