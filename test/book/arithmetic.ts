/**
 * Value of an expected figure: a number, or plain arithmetic written as a person would on paper (`100 * 1.1^2`).
 *
 * Only numbers, `+ - * / ^` and parentheses; `^` binds to the right. Errors: Error naming the text where it is no arithmetic.
 */
export function arithmetic(written: number | string): number {
  if (typeof written === 'number') return written
  const tokens = written.match(/\d+(?:\.\d+)?|[-+*/^()]|\S/g) ?? []
  let place = 0
  const next = (): string => tokens[place] ?? ''
  const take = (): string => tokens[place++] ?? ''
  const atom = (): number => {
    const token = take()
    if (token === '-') return -power()
    if (token === '(') {
      const inner = sum()
      if (take() !== ')') throw new Error(`no closing parenthesis: ${written}`)
      return inner
    }
    if (!/^\d/.test(token)) throw new Error(`not arithmetic: ${written}`)
    return Number(token)
  }
  const power = (): number => {
    const base = atom()
    if (next() !== '^') return base
    take()
    return base ** power()
  }
  const product = (): number => {
    let value = power()
    while (next() === '*' || next() === '/') value = take() === '*' ? value * power() : value / power()
    return value
  }
  const sum = (): number => {
    let value = product()
    while (next() === '+' || next() === '-') value = take() === '+' ? value + product() : value - product()
    return value
  }
  const value = sum()
  if (place < tokens.length) throw new Error(`not arithmetic: ${written}`)
  return value
}
