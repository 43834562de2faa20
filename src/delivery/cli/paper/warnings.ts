import type { PaperWords } from '../../../text/cli/paper-es.ts'
import { capital } from '../../report/base/sheet.ts'
import { hanging, heading } from '../print/grid.ts'
import type { Paper } from './sheet.ts'

type Group = keyof PaperWords['warningGroups']

const deadlines = new Set(['terms-missing', 'start-deadline', 'plan-copy', 'dump-deadline'])

const groupOf = (code: string): Group =>
  code === 'undefined' || code === 'not-evaluated' || code === 'recalled-law'
    ? code
    : deadlines.has(code)
      ? 'deadlines'
      : 'data'

/** What a reader should know before using the figures: grouped, each sentence once, with the alternatives it is about. */
export function warningsOf(paper: Paper): string[] {
  const { words, alternatives } = paper
  const groups = new Map<Group, Map<string, { pointers: Set<string>; alternatives: Set<string> }>>()
  for (const alternative of alternatives)
    for (const { code, message, pointer } of alternative.warnings) {
      const group = groups.get(groupOf(code)) ?? new Map()
      groups.set(groupOf(code), group)
      const found = group.get(message) ?? { pointers: new Set(), alternatives: new Set() }
      group.set(message, found)
      if (pointer !== '') found.pointers.add(pointer)
      found.alternatives.add(alternative.id)
    }
  const order: readonly Group[] = ['data', 'deadlines', 'recalled-law', 'not-evaluated', 'undefined']
  const body = order.flatMap((id) => {
    const group = groups.get(id)
    if (!group) return []
    const said =
      id === 'undefined' ? byReason(group.keys()) : [...group].map(([message, found]) => message + about(paper, found))
    const lines = said.flatMap((text) => hanging('  · ', text))
    return ['', words.warningGroups[id], ...lines]
  })
  return [...heading(words.warnings), ...(body.length === 0 ? [words.noWarnings] : body)]
}

/** Sentences «X» …: reason., one a reason, with every X that it is true of. */
function byReason(messages: Iterable<string>): string[] {
  const reasons = new Map<string, string[]>()
  for (const message of messages) {
    const [, subject = '', reason = message] = /^([«"].+?[»"]) .+?: (.+)$/u.exec(message) ?? []
    reasons.set(reason, [...(reasons.get(reason) ?? []), subject])
  }
  return [...reasons].map(([reason, subjects]) => `${capital(reason).replace(/\.$/u, '')}: ${subjects.join(', ')}.`)
}

const mostPointers = 3

function about(
  { alternatives, words }: Paper,
  found: { pointers: ReadonlySet<string>; alternatives: ReadonlySet<string> },
): string {
  const all = [...found.pointers]
  const places = all.length > mostPointers ? [...all.slice(0, mostPointers), '…'] : all
  const who =
    found.alternatives.size === alternatives.length ? words.everyAlternative : [...found.alternatives].join(', ')
  const facts = [...(alternatives.length > 1 ? [who] : []), ...places]
  return facts.length === 0 ? '' : ` (${facts.join('; ')})`
}
