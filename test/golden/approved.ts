import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AlternativeResult, Result } from '../../src/study/result.ts'

/** Lines whose yearly totals are approved; every figure, test, criterion and place is approved anyway. */
const watched = [
  ...['population', 'users', 'billedUsers', 'generation', 'collected', 'recovered', 'disposed', 'landfillShortfall'],
  ...['operationMaintenance', 'administration', 'capitalExpenditure', 'tariffEntitlement', 'billing', 'subsidyBalance'],
  ...['fundTransfer', 'operatingIncome', 'operatingExpense', 'ebitda', 'netProfit', 'operatingCashFlow', 'cash'],
  ...['receivables', 'netFixedAssets', 'payables', 'debt', 'closureProvision', 'equity', 'totalUses'],
] as const

const folder = (path: string) => new URL(path, import.meta.url)

/** Names of all plans that the repository carries. */
export const plans: readonly string[] = readdirSync(folder('../../scenarios/'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))

export const readPlan = (name: string): unknown =>
  JSON.parse(readFileSync(folder(`../../scenarios/${name}.json`), 'utf8')) as unknown

/** What was approved of a plan, or nothing. */
export function readApproved(name: string): unknown {
  const place = folder(`./${name}.json`)
  return existsSync(place) ? (JSON.parse(readFileSync(place, 'utf8')) as unknown) : undefined
}

export const approve = (name: string, figures: unknown): void =>
  writeFileSync(folder(`./${name}.json`), `${JSON.stringify(figures, null, 1)}\n`)

/** Yearly totals of a line: rows with all its dimensions, undefined values left undefined. */
function totals(of: AlternativeResult, id: string): (number | null)[] {
  const rows = of.lines[id]?.rows ?? []
  const most = Math.max(0, ...rows.map((r) => Object.keys(r.at).length))
  const own = rows.filter((r) => Object.keys(r.at).length === most)
  return (own[0]?.values ?? []).map((_, t) =>
    own.reduce<number | null>((sum, r) => (sum === null || r.values[t] === null ? null : sum + (r.values[t] ?? 0)), 0),
  )
}

/** What a person approves of a result, every number to twelve figures. */
export const figuresOf = ({ years, variants }: Result): unknown =>
  rounded({
    years: years.base,
    variants: variants.map(({ id, alternatives, ranking }) => ({
      id,
      ranking,
      alternatives: alternatives.map((a) => ({
        id: a.id,
        viable: a.viable,
        checks: a.checks.ok,
        figures: a.figures,
        criteria: a.criteria,
        viability: a.viability.map((v) => ({ id: v.id, passed: v.passed, value: v.value })),
        lines: Object.fromEntries(watched.map((line) => [line, totals(a, line)])),
        warnings: a.warnings.map((w) => `${w.code} ${w.pointer}`),
      })),
    })),
  })

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(12))
  if (Array.isArray(value)) return value.map(rounded)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, rounded(v)]))
}

/** Every place where two trees of figures part by more than one in a thousand million. */
export function differences(found: unknown, approved: unknown, at = ''): string[] {
  if (typeof found === 'number' && typeof approved === 'number')
    return Math.abs(found - approved) <= 1e-9 * Math.max(Math.abs(found), Math.abs(approved), 1e-6)
      ? []
      : [`${at}: ${found}, approved ${approved}`]
  const trees = [found, approved].map((x) => typeof x === 'object' && x !== null)
  if (trees.every(Boolean)) {
    const [mine, theirs] = [new Map(Object.entries(found as object)), new Map(Object.entries(approved as object))]
    return [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((key) =>
      differences(mine.get(key), theirs.get(key), `${at}/${key}`),
    )
  }
  return found === approved ? [] : [`${at}: ${JSON.stringify(found)}, approved ${JSON.stringify(approved)}`]
}
