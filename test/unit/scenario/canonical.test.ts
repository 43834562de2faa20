import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, scenarioHash } from '../../../src/scenario/canonical.ts'

describe('canonical JSON as RFC 8785 has it', () => {
  test('the example of section 3.2.2', () => {
    const value = {
      numbers: [JSON.parse('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('members are sorted by UTF-16 code units, as in section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(7)
    const order = [...canonicalJson(value).matchAll(/:"([A-Z][^"]*)"/g)].map(([, name]) => name?.split(' ')[0])
    expect(order).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji:', 'Hebrew'])
  })

  test('numbers are written as in appendix B', () => {
    expect(canonicalJson([-0, 5e-324, 1.7976931348623157e308, 9007199254740992, 1e21, 0.000001, 1e-7])).toBe(
      '[0,5e-324,1.7976931348623157e+308,9007199254740992,1e+21,0.000001,1e-7]',
    )
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
  })

  test('the hash is the SHA-256 of those bytes', () => {
    expect(scenarioHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })

  test('the order of members does not change the hash, and reading the text back gives the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.stringify(JSON.parse(text)) === JSON.stringify(value) || typeof value === 'object').toBe(true)
      }),
    )
    expect(scenarioHash({ a: 1, b: { c: 2, d: 3 } })).toBe(scenarioHash({ b: { d: 3, c: 2 }, a: 1 }))
  })
})
