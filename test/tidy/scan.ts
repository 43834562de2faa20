/** A source file taken apart far enough to ask about its code without meeting its words. */
export interface Scan {
  /** The source with comments, strings, regular expressions and template texts blanked; same length, same lines. */
  readonly code: string
  readonly comments: readonly Piece[]
  /** The texts of tagged and untagged templates, between their placeholders. */
  readonly templates: readonly (Piece & { readonly tag: string })[]
}

export interface Piece {
  readonly text: string
  readonly line: number
}

type Mode = { readonly kind: 'code'; depth: number } | { readonly kind: 'template'; readonly tag: string }

const startsRegex = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|do|else))$/

/** Blanks everything that is not code, in one pass; it knows nested templates and is content with guesses elsewhere. */
export function scan(source: string): Scan {
  const scanner = new Scanner(source)
  while (scanner.more()) scanner.step()
  return { code: scanner.code, comments: scanner.comments, templates: scanner.templates }
}

class Scanner {
  code = ''
  readonly comments: Piece[] = []
  readonly templates: (Piece & { tag: string })[] = []
  private readonly source: string
  private readonly modes: Mode[] = [{ kind: 'code', depth: 0 }]
  private position = 0

  constructor(source: string) {
    this.source = source
  }

  more(): boolean {
    return this.position < this.source.length
  }

  step(): void {
    const mode = this.modes.at(-1)
    if (mode?.kind === 'template') this.templateText(mode.tag)
    else if (mode !== undefined) this.codeStep(mode)
  }

  private codeStep(mode: { depth: number }): void {
    const two = this.source.slice(this.position, this.position + 2)
    const one = two[0] ?? ''
    if (two === '//') this.comments.push(this.blank(/\n|$/))
    else if (two === '/*') this.comments.push(this.blank(/\*\//, true))
    else if (one === "'" || one === '"') this.blank(new RegExp(`(?<=[^\\\\](\\\\\\\\)*)${one}|\\n`), true)
    else if (one === '/' && two !== '/>' && startsRegex.test(this.code.trimEnd()) && !this.code.endsWith('<'))
      this.blank(/(?<=[^\\](\\\\)*)\/[a-z]*|\n/, true)
    else if (one === '`') this.openTemplate()
    else this.keep(one, mode)
  }

  private keep(character: string, mode: { depth: number }): void {
    if (character === '{') mode.depth += 1
    if (character === '}') mode.depth -= 1
    if (mode.depth < 0) this.modes.pop()
    this.code += character
    this.position += 1
  }

  private openTemplate(): void {
    const tag = /([\w$]+)\s*$/.exec(this.code)?.[1] ?? ''
    this.modes.push({ kind: 'template', tag })
    this.code += '`'
    this.position += 1
  }

  private templateText(tag: string): void {
    const piece = this.blank(/(?<!\\)(?:`|\$\{)/)
    this.templates.push({ ...piece, tag })
    if (this.source[this.position] === '`') {
      this.modes.pop()
      this.code += '`'
      this.position += 1
      return
    }
    this.code += '${'
    this.position += 2
    this.modes.push({ kind: 'code', depth: 0 })
  }

  /** Blanks up to the next match after the opening character, with it where `through` says so. */
  private blank(end: RegExp, through = false): Piece {
    const from = through ? this.position + 1 : this.position
    const found = new RegExp(end.source, `${end.flags}g`)
    found.lastIndex = from
    const match = found.exec(this.source)
    const stop = match === null ? this.source.length : match.index + (through ? match[0].length : 0)
    const text = this.source.slice(this.position, stop)
    const line = lineOf(this.source, this.position)
    this.code += text.replaceAll(/[^\n]/g, ' ')
    this.position = stop
    return { text, line }
  }
}

export function lineOf(text: string, position: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < position; i = text.indexOf('\n', i + 1)) line += 1
  return line
}

const notFunctions = new Set(['if', 'for', 'while', 'switch', 'catch'])

/** Whether the bracket that follows this code opens the body of a function. */
function opensFunction(before: string): boolean {
  if (/=>\s*(?:[\w.[\]<>|&, ]+)?$/.test(before)) return true
  const signature = /\)\s*(?::[^;={}()]+)?\s*$/.exec(before)
  if (signature === null) return false
  let depth = 0
  for (let i = signature.index; i >= 0; i -= 1) {
    if (before[i] === ')') depth += 1
    if (before[i] === '(') depth -= 1
    if (depth > 0) continue
    const word = /(\w+)\s*(?:<[^<>]*>)?\s*$/.exec(before.slice(0, i))?.[1] ?? ''
    return !notFunctions.has(word)
  }
  return false
}

/** The bodies of functions with their first line and their length in lines. */
export function functionBodies(code: string): { line: number; length: number }[] {
  const open: { position: number; isFunction: boolean }[] = []
  const bodies: { line: number; length: number }[] = []
  for (let i = 0; i < code.length; i += 1) {
    const character = code[i]
    if (character === '{' || (character === '(' && /=>\s*$/.test(code.slice(Math.max(0, i - 20), i)))) {
      open.push({ position: i, isFunction: character === '(' || opensFunction(code.slice(Math.max(0, i - 2000), i)) })
    } else if (character === '(') {
      open.push({ position: i, isFunction: false })
    } else if (character === '}' || character === ')') {
      const start = open.pop()
      if (start?.isFunction !== true) continue
      const line = lineOf(code, start.position)
      bodies.push({ line, length: lineOf(code, i) - line + 1 })
    }
  }
  return bodies
}
