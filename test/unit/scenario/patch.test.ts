import { describe, expect, test } from 'vitest'
import type { Patch, PatchOperation } from '../../../src/scenario/document/plan.ts'
import { applyPatch, mergePatch } from '../../../src/scenario/patch.ts'
import { escapeToken, getPointer } from '../../../src/scenario/pointer.ts'

const patched = (document: unknown, patch: Patch): unknown => {
  const result = applyPatch(document, patch)
  return result.ok ? result.document : result
}

describe('a merge patch as appendix A of RFC 7396 has it', () => {
  const examples: [unknown, unknown, unknown][] = [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ]
  test.each(examples)('%j with %j is %j', (target, patch, expected) => {
    expect(mergePatch(target, patch)).toEqual(expected)
  })
})

describe('a list of operations as appendix A of RFC 6902 has it', () => {
  const examples: [string, unknown, PatchOperation[], unknown][] = [
    ['add a member', { foo: 'bar' }, [{ op: 'add', path: '/baz', value: 'qux' }], { baz: 'qux', foo: 'bar' }],
    ['add to a list', { foo: ['bar', 'baz'] }, [{ op: 'add', path: '/foo/1', value: 1 }], { foo: ['bar', 1, 'baz'] }],
    ['add at the end', { foo: ['bar'] }, [{ op: 'add', path: '/foo/-', value: ['x'] }], { foo: ['bar', ['x']] }],
    ['remove a member', { baz: 'qux', foo: 'bar' }, [{ op: 'remove', path: '/baz' }], { foo: 'bar' }],
    ['remove from a list', { foo: [1, 2, 3] }, [{ op: 'remove', path: '/foo/1' }], { foo: [1, 3] }],
    ['replace', { baz: 'qux', foo: 1 }, [{ op: 'replace', path: '/baz', value: 'boo' }], { baz: 'boo', foo: 1 }],
    ['move', { foo: { a: 1 }, qux: {} }, [{ op: 'move', from: '/foo/a', path: '/qux/b' }], { foo: {}, qux: { b: 1 } }],
    ['move in a list', { foo: [1, 2, 3, 4] }, [{ op: 'move', from: '/foo/1', path: '/foo/3' }], { foo: [1, 3, 4, 2] }],
    ['copy', { foo: { a: 1 } }, [{ op: 'copy', from: '/foo', path: '/bar' }], { foo: { a: 1 }, bar: { a: 1 } }],
    ['test', { baz: ['a', 2] }, [{ op: 'test', path: '/baz', value: ['a', 2] }], { baz: ['a', 2] }],
    ['escapes', { '/': 9, '~1': 10 }, [{ op: 'replace', path: '/~01', value: 0 }], { '/': 9, '~1': 0 }],
    ['a null value', { foo: 1 }, [{ op: 'add', path: '/foo', value: null }], { foo: null }],
    ['the whole document', { foo: 1 }, [{ op: 'replace', path: '', value: [] }], []],
  ]
  test.each(examples)('%s', (_name, document, operations, expected) => {
    const before = structuredClone(document)
    expect(patched(document, operations)).toEqual(expected)
    expect(document).toEqual(before)
  })

  const failing: [string, PatchOperation][] = [
    ['a place that is not there', { op: 'remove', path: '/c' }],
    ['a replacement of nothing', { op: 'replace', path: '/c', value: 1 }],
    ['an addition to nothing', { op: 'add', path: '/c/d', value: 1 }],
    ['an addition beyond the end', { op: 'add', path: '/b/3', value: 1 }],
    ['a place of a list with a leading zero', { op: 'add', path: '/b/01', value: 1 }],
    ['a test that does not hold', { op: 'test', path: '/a', value: 2 }],
    ['a move into itself', { op: 'move', from: '/o', path: '/o/p' }],
    ['a copy without a source', { op: 'copy', path: '/o' }],
    ['an addition without a value', { op: 'add', path: '/o' }],
    ['a pointer without its first bar', { op: 'add', path: 'a', value: 1 }],
    ['the prototype of an object', { op: 'add', path: '/__proto__/x', value: 1 }],
    ['the removal of the whole document', { op: 'remove', path: '' }],
  ]
  test.each(failing)('%s fails and says where', (_name, operation) => {
    const result = applyPatch({ a: 1, b: [1, 2], o: {} }, [operation])
    expect(result).toEqual({ ok: false, at: `/0 ${operation.op} ${operation.path}` })
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })

  test('a list that doubles the document again and again is stopped', () => {
    const doubling = Array.from({ length: 60 }, (): PatchOperation => ({ op: 'copy', from: '/a', path: '/a/-' }))
    expect(applyPatch({ a: [1] }, doubling).ok).toBe(false)
  })
})

describe('a JSON Pointer', () => {
  const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'm~n': 8, ' ': 7 }

  test('reads the examples of RFC 6901', () => {
    expect(getPointer(document, '')).toBe(document)
    expect(getPointer(document, '/foo/0')).toBe('bar')
    expect(getPointer(document, '/')).toBe(0)
    expect(getPointer(document, '/a~1b')).toBe(1)
    expect(getPointer(document, '/m~0n')).toBe(8)
    expect(getPointer(document, '/ ')).toBe(7)
    expect(getPointer(document, `/${escapeToken('a/b')}`)).toBe(1)
  })

  test('finds nothing where there is nothing, and nothing that an object inherits', () => {
    for (const pointer of ['/foo/2', '/foo/-', '/foo/00', '/x/y', 'foo', '/m~2n', '/toString', '/foo/length']) {
      expect(getPointer(document, pointer)).toBeUndefined()
    }
  })
})
