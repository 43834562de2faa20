import type { CellExplanation, TracedCell } from '../../../study/explain.ts'
import { explainCell } from '../../../study/explain.ts'
import type { AlternativeRun } from '../../../study/run.ts'

/** A cell of a trace: opened cells carry their own explanation. */
export interface TraceNode extends TracedCell {
  readonly formula?: CellExplanation['formula']
  readonly because?: CellExplanation['because']
  readonly operands?: readonly TraceNode[]
  /** It was opened at another place of the same trace. */
  readonly seen?: true
}

interface Question {
  readonly line: string
  readonly at: Readonly<Record<string, string>>
  readonly year: number
}

/** Of an entry that is read at more cells than these, only the first with a value is opened. */
const fewCells = 2

/** A cell and what it was made from, `depth` levels of formulas down. Throws RangeError where there is no such cell. */
export function traceOf(of: AlternativeRun, question: Question, depth: number): TraceNode {
  return open(of, question, { depth, seen: new Set() })
}

function open(
  of: AlternativeRun,
  question: Question,
  { depth, seen }: { depth: number; seen: Set<string> },
): TraceNode {
  const { operands, ...cell } = explainCell(of, question)
  seen.add(keyOf(cell))
  const openable = depth > 1 ? chooseOpen(operands) : new Set<TracedCell>()
  return {
    ...cell,
    operands: operands.map((operand): TraceNode => {
      if (!openable.has(operand)) return operand
      if (seen.has(keyOf(operand))) return { ...operand, seen: true }
      const { id: line, at } = operand
      return open(of, { line, at, year: operand.year ?? question.year }, { depth: depth - 1, seen })
    }),
  }
}

function chooseOpen(operands: readonly TracedCell[]): Set<TracedCell> {
  const byEntry = new Map<string, TracedCell[]>()
  for (const o of operands) if (o.kind === 'line') byEntry.set(o.id, [...(byEntry.get(o.id) ?? []), o])
  return new Set(
    [...byEntry.values()].flatMap((cells) =>
      cells.length <= fewCells
        ? cells
        : [cells.find((c) => c.value !== null && c.value !== 0) ?? (cells[0] as TracedCell)],
    ),
  )
}

const keyOf = ({ id, at, year }: Pick<TracedCell, 'id' | 'at' | 'year'>): string => JSON.stringify([id, at, year])
