import type { MathNode } from 'mathjs'
import { parse } from 'mathjs/number'
import type { Entry, Expr } from './entry.ts'
import { timeFunctions } from './entry.ts'
import { functions } from './functions.ts'

/** A formula that breaks the grammar; `reason` is a code, the message a Spanish sentence. */
export class FormulaError extends Error {
  readonly reason: string
  readonly en: string
  constructor(reason: string, es: string, en: string) {
    super(es)
    this.name = 'FormulaError'
    this.reason = reason
    this.en = en
  }
}

const limits = { characters: 2000, depth: 50, nodes: 500 }
const refused = /[^\w\s+\-*/^(),.<>=!]/u
const words = /\b(?:to|in|mod|xor|true|false|null|undefined|end)\b/u

interface Walk {
  readonly scope: ReadonlyMap<string, Entry>
  nodes: number
}

/**
 * Reads a formula text over named entries into a tree; nothing outside the white list of nodes and functions gets through.
 * @throws FormulaError with a Spanish sentence.
 */
export function parseFormula(text: string, scope: ReadonlyMap<string, Entry>): Expr {
  if (text.length > limits.characters)
    throw new FormulaError(
      'too-long',
      `La fórmula pasa de ${limits.characters} caracteres.`,
      `The formula is longer than ${limits.characters} characters.`,
    )
  if (refused.test(text) || words.test(text))
    throw new FormulaError(
      'character',
      'La fórmula tiene un carácter o palabra que no se admite.',
      'The formula has a character or word that is not allowed.',
    )
  guardNesting(text)
  let node: MathNode
  try {
    node = parse(text)
  } catch {
    throw new FormulaError('syntax', `La fórmula «${text}» está mal escrita.`, `The formula "${text}" is malformed.`)
  }
  return convert(node, { scope, nodes: 0 }, 0)
}

/** Brackets and signs in a row are counted before parsing, because the parser recurses on them. */
function guardNesting(text: string): void {
  let depth = 0
  let run = 0
  for (const c of text) {
    if (c === '(') depth += 1
    if (c === ')') depth -= 1
    run = '+-!~^('.includes(c) ? run + 1 : /\s/u.test(c) ? run : 0
    if (depth > limits.depth || run > limits.depth)
      throw new FormulaError(
        'too-deep',
        `La fórmula pasa de ${limits.depth} niveles.`,
        `The formula is nested deeper than ${limits.depth}.`,
      )
  }
}

type Parsed = MathNode & {
  type: string
  value?: unknown
  name?: string
  fn?: string | { type: string; name: string }
  args?: Parsed[]
  content?: Parsed
  implicit?: boolean
}

function convert(raw: MathNode, walk: Walk, depth: number): Expr {
  const node = raw as Parsed
  walk.nodes += 1
  if (walk.nodes > limits.nodes || depth > limits.depth)
    throw new FormulaError(
      'too-deep',
      'La fórmula es demasiado larga o anidada.',
      'The formula is too long or too deep.',
    )
  switch (node.type) {
    case 'ConstantNode':
      if (typeof node.value !== 'number' || !Number.isFinite(node.value)) break
      return Object.freeze({ kind: 'number', value: node.value })
    case 'ParenthesisNode':
      return convert(node.content as Parsed, walk, depth + 1)
    case 'SymbolNode': {
      const entry = walk.scope.get(node.name as string)
      if (!entry)
        throw new FormulaError(
          'unknown-name',
          `La fórmula usa «${node.name}», que no existe.`,
          `The formula uses "${node.name}", which does not exist.`,
        )
      return Object.freeze({ kind: 'ref', entry })
    }
    case 'OperatorNode':
      if (node.implicit)
        throw new FormulaError('syntax', 'Falta un signo de multiplicación.', 'A multiplication sign is missing.')
      return callOf(node.fn as string, node, walk, depth)
    case 'FunctionNode': {
      const fn = node.fn as { type: string; name: string }
      if (fn.type !== 'SymbolNode') break
      return callOf(fn.name, node, walk, depth)
    }
  }
  throw new FormulaError(
    'not-allowed',
    `La fórmula usa algo que no se admite (${node.type}).`,
    `The formula uses something that is not allowed (${node.type}).`,
  )
}

function callOf(fn: string, node: Parsed, walk: Walk, depth: number): Expr {
  const row = Object.hasOwn(functions, fn) ? functions[fn] : undefined
  if (!row)
    throw new FormulaError(
      'unknown-function',
      `La función «${fn}» no existe en el lenguaje.`,
      `The function "${fn}" does not exist in the language.`,
    )
  const args = (node.args ?? []).map((a) => convert(a, walk, depth + 1))
  if (args.length < row.arity[0] || args.length > row.arity[1]) {
    throw new FormulaError(
      'arity',
      `«${fn}» lleva ${row.arity[0]} argumentos, no ${args.length}.`,
      `"${fn}" takes ${row.arity[0]} arguments, not ${args.length}.`,
    )
  }
  if ((timeFunctions.has(fn) || fn === 'before') && args[0]?.kind !== 'ref') {
    throw new FormulaError(
      'not-a-line',
      `«${fn}» lee otros años de una línea, no de una expresión.`,
      `"${fn}" reads other years of a line, not of an expression.`,
    )
  }
  return Object.freeze({ kind: 'call', fn, args: Object.freeze(args) })
}

/** The book's own formulas: eq`${billedUsers} * ${userTariff} * ${monthsPerYear}`. */
export function eq(strings: TemplateStringsArray, ...entries: readonly Entry[]): Expr {
  const scope = new Map<string, Entry>()
  for (const entry of entries) {
    const same = scope.get(entry.id) ?? entry
    if (same !== entry)
      throw new FormulaError(
        'two-meanings',
        `Dos entradas distintas se llaman «${entry.id}».`,
        `Two different entries are called "${entry.id}".`,
      )
    scope.set(entry.id, entry)
  }
  return parseFormula(
    strings.reduce((text, s, i) => text + s + (entries[i]?.id ?? ''), ''),
    scope,
  )
}
