/** Other words for what was found, as they fit into the sentence: what the page offers. The author decides. */
import { type Finding, OTHER_WORDS } from './name_check.ts'

/** So many people told apart; whoever comes after them is somebody else too. */
const PEOPLE = ['the person I spoke with', 'another person', 'somebody else'] as const

const SPOKE = /\b(?:spoke|speak|speaking|spoken|talked|talking|chatted|chatting)\s+(?:to|with)\s+["“‘']?$/i
/** Whatever stands here could only be a name: it is left out. */
const CALLED =
  /\b(?:named?|called|name is|name was|name’s|name's|as|signed|regards|wishes|sincerely)\s*[,:]?\s*["“‘']?$/i
/** "My ticket is …", "extension …": the number itself says nothing more. */
const NUMBERED =
  /\b(?:numbers?|no|nr|id|code|ticket|invoice|contract|case|order|policy|point|employee|agent|clerk|extension|ext|account|iban|reference|phone|file|line)\.?(?:\s(?:is|was))?\s?[:(#]*\s?$/i
const POSSESSIVE = /^[’'](?:s\b|(?=\s))/
const BEGINS_SENTENCE = /(?:^|(?<!\b(?:no|nr|ext|tel|ref))[.!?…\n]["”’)]?\s*)["“‘'(]*$/i

/** The text with each finding said otherwise. */
export function reworded(text: string, findings: readonly Finding[]): string {
  const people = [...new Set(findings.filter(({ kind }) => kind === 'name').map(({ words }) => words.toLowerCase()))]
  const pieces = findings.map((finding, i) => {
    const between = text.slice(findings[i - 1] ? endOf(findings[i - 1] as Finding, text) : 0, finding.from)
    return between + fitting(finding, text, people.indexOf(finding.words.toLowerCase()))
  })
  const last = findings.at(-1)

  return pieces.join('') + text.slice(last ? endOf(last, text) : 0)
}

/** "Tomasz’s explanation": the whole of it is said otherwise. */
function endOf({ to, kind }: Finding, text: string): number {
  return to + (kind === 'name' ? (POSSESSIVE.exec(text.slice(to))?.[0].length ?? 0) : 0)
}

function fitting(finding: Finding, text: string, nth: number): string {
  const before = text.slice(0, finding.from)
  const words = finding.kind === 'name' ? forPerson(finding, text, nth) : forNumber(finding, before)

  return BEGINS_SENTENCE.test(before) ? words.charAt(0).toUpperCase() + words.slice(1) : words
}

function forNumber({ kind }: Finding, before: string): string {
  return kind !== 'email' && NUMBERED.test(before) ? '…' : OTHER_WORDS[kind].instead
}

function forPerson(finding: Finding, text: string, nth: number): string {
  const before = text.slice(0, finding.from)
  if (endOf(finding, text) > finding.to) return 'their'
  if (CALLED.test(before)) return '…'

  return nth === 0 && SPOKE.test(before) ? 'somebody' : (PEOPLE[nth] ?? 'somebody else')
}
