import { expect, test } from 'vitest'
import { functionBodies, scan } from './scan.ts'

test('words in strings, comments, regular expressions and templates are not code', () => {
  const { code } = scan(
    `const a = 'Date.now()' // Date\nconst b = /Date\\/x/g; /* Date */ const c = \`Date \${d + \`Date\`} Date\``,
  )
  expect(code).not.toContain('Date')
  expect(code).toContain('d +')
  expect(code.split('\n')).toHaveLength(2)
})

test('a division is not taken for a regular expression', () => {
  expect(scan('const a = b / c; const d = e / f').code).toBe('const a = b / c; const d = e / f')
})

test('the texts of a tagged template are kept with their tag, and its placeholders are code', () => {
  const { templates, code } = scan(`const f = eq\`\${a} * 12 / \${sum({ x: 1 })}\``)
  expect(templates.map(({ tag, text }) => [tag, text])).toEqual([
    ['eq', ''],
    ['eq', ' * 12 / '],
    ['eq', ''],
  ])
  expect(code).toContain('sum({ x: 1 })')
})

test('an escaped quote does not end a string', () => {
  expect(scan("const a = 'it\\'s Date'; const b = 1").code.trim()).toBe('const a =             ; const b = 1'.trim())
})

test('functions, methods and arrows are measured; loops and objects are not', () => {
  const code = [
    'function f(a: string): number {',
    '  for (const x of a) {',
    '    g(x)',
    '  }',
    '  return 1',
    '}',
    'const h = (b: number): Map<string, number> => {',
    '  return { b }',
    '}',
    'const data = {',
    '  a: 1,',
    '}',
  ].join('\n')
  expect(functionBodies(code)).toEqual([
    { line: 1, length: 6 },
    { line: 7, length: 3 },
  ])
})
