import { expect, test } from 'vitest'
import { Turns } from '../../../src/delivery/http/threads/turns.ts'

const settle = () => new Promise((resolve) => setImmediate(resolve))

test('turns are given in the order in which they were asked for, so many at once', async () => {
  const turns = new Turns(2, { count: 9, weight: 99 })
  const entered: number[] = []
  for (const one of [1, 2, 3, 4]) void turns.take(1)?.then(() => entered.push(one))
  await settle()
  expect(entered).toEqual([1, 2])
  expect(turns.length).toBe(2)
  turns.leave()
  await settle()
  expect(entered).toEqual([1, 2, 3])
  turns.leave()
  turns.leave()
  turns.leave()
  void turns.take(1)?.then(() => entered.push(5))
  await settle()
  expect(entered).toEqual([1, 2, 3, 4, 5])
})

test('who would wait behind too many, or with too much, is turned away', async () => {
  const turns = new Turns(1, { count: 2, weight: 10 })
  expect(turns.take(100)).toBeDefined()
  expect(turns.take(11)).toBeUndefined()
  expect(turns.take(6)).toBeDefined()
  expect(turns.take(5)).toBeUndefined()
  expect(turns.take(4)).toBeDefined()
  expect(turns.take(0)).toBeUndefined()
  turns.leave()
  expect(turns.take(6)).toBeDefined()
})
