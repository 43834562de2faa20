import { expect, test } from 'vitest'
import { Flights } from '../../../src/delivery/http/answers.ts'

test('whoever asks while an answer is under way waits for it, and the next one works again', async () => {
  const flights = new Flights()
  expect(flights.landing('a')).toBeUndefined()
  flights.begin('a')
  let landed = false
  const waiting = flights.landing('a')?.then(() => {
    landed = true
  })
  await Promise.resolve()
  expect(landed).toBe(false)
  flights.end('a')
  await waiting
  expect(landed).toBe(true)
  expect(flights.landing('a')).toBeUndefined()
})
