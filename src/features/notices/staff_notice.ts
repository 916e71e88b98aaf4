/** What staff are told beforehand: a text to begin with, and what is asked of it before it is published. */
import { Problem } from '../../lib/problem.ts'

export const LONGEST_NOTICE = 20_000

/** A blank line begins a paragraph, "## " a heading, "- " an item. Everything else is shown as it was typed. */
export type NoticeBlock = { kind: 'heading' | 'text'; words: string } | { kind: 'list'; items: string[] }

/** The ready text; a lead makes it their own. */
export function readyText({ organisation, contact }: { organisation: string; contact: string }): string {
  return READY.replaceAll('{company}', () => organisation).replaceAll('{contact}', () => contact)
}

/** The text in pieces, so that no markup is ever made of what people type. */
export function blocksOf(words: string): NoticeBlock[] {
  return words
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .flatMap((block) => {
      const lines = block.split('\n').map((line) => line.trim())
      if (lines.every((line) => line.startsWith('- ')))
        return [{ kind: 'list' as const, items: lines.map((line) => line.slice(2).trim()) }]
      if (lines[0]?.startsWith('## ')) return [headingOf(lines), ...textOf(lines.slice(1))]

      return textOf(lines)
    })
}

/** Without these nobody would know what a notice is for. */
export function refuseEmpty(words: string): void {
  if (words.trim() === '') throw new Problem('invalid', 'The notice is empty. Write it, then publish it.')
}

function headingOf([first = '']: readonly string[]): NoticeBlock {
  return { kind: 'heading', words: first.slice(3).trim() }
}

function textOf(lines: readonly string[]): NoticeBlock[] {
  return lines.length > 0 ? [{ kind: 'text', words: lines.join('\n') }] : []
}

const READY = `## Leaders of {company} contact us as customers do

A few times a year each leader of {company} rings, writes or comes in like any customer, with an ordinary errand, and without saying who they are. Afterwards they write down what it was like.

## Why

Leaders decide how we serve customers, and seldom feel what it is like. One bad or good contact says little, so they do it again and again, and look at what comes back as a whole: policies, systems, hand-offs, wording, how many of us there are. What you do well is told as plainly as what is hard.

## What is written down

- Which way in it was (the line, the chat, the shop), the day and the part of the day, and how long it took.
- Whether somebody was reached, whether the concern was dealt with, whether a way to take it further was offered, and whether a promise was kept.
- How the leader felt as a customer, and a sentence or two in their own words.

## What is never written down

- Your name, or anything else that says who served. There is no field for it, the words are checked for it, and leaders are told never to ask.
- The time of the contact. Only the day and the part of the day are kept.
- A recording of any kind.

## What it is not used for

It is not used to judge, reward or discipline anybody. It is no part of any appraisal, and no warning can rest on it. Should a leader ever meet something that the law obliges the company to act upon, that is handled outside this program, by the rules that hold for everybody.

## Who sees what

Only the few people who lead the program see single accounts, and they cannot see who served. Everybody else sees totals, and only where enough contacts by enough leaders stand behind a number. Words are shown only after a check that they point at nobody.

## What you can do

You need not do anything differently. If you believe you served a leader, nothing follows from it for you. If you have a question, or something to say about how it is done, turn to {contact}.`
