import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Json, Service } from './service.ts'
import { minimal, startService } from './service.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.app.close())

const call = { method: 'post', path: '/v1/evaluations' }

async function expectNoFault(payload: unknown): Promise<void> {
  const answer = await service.post(payload)
  expect(answer.statusCode, answer.body.slice(0, 500)).toBeLessThan(500)
  service.expectDocumented(answer, call)
}

test('random texts never make a fault', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), expectNoFault), { numRuns: 200 })
})

test('random JSON documents never make a fault', async () => {
  await fc.assert(fc.asyncProperty(fc.json({ maxDepth: 6 }), expectNoFault), { numRuns: 300 })
})

/** Places of a document, as lists of keys. */
function placesIn(value: unknown, trail: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...trail]]
  return [[...trail], ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...trail, key]))]
}

function changed(document: Json, place: readonly string[], change: (holder: Json, key: string) => void): unknown {
  const copy = structuredClone(document)
  let holder = copy
  for (const key of place.slice(0, -1)) holder = holder[key] as Json
  change(holder, place.at(-1) ?? '')
  return copy
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, 0, -1, 1, 2, 1e308, -1e308, 5e-324, '', '\u0000', [], {}, true, 'provider', 2_025.5),
  fc.jsonValue({ maxDepth: 2 }),
)

test('a good plan with any of its values replaced never makes a fault', async () => {
  const document = minimal()
  const places = placesIn(document).filter((place) => place.length > 0)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), odd, (place, value) =>
      expectNoFault(
        changed(document, place, (holder, key) => {
          holder[key] = value
        }),
      ),
    ),
    { numRuns: 300 },
  )
})

test('a good plan with any of its values missing, or one too many, never makes a fault', async () => {
  const document = minimal()
  for (const place of placesIn(document).filter((each) => each.length > 0)) {
    await expectNoFault(
      changed(document, place, (holder, key) => {
        if (Array.isArray(holder)) holder.splice(Number(key), 1)
        else delete holder[key]
      }),
    )
    await expectNoFault(
      changed(document, place, (holder, key) => {
        if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]))
        else holder[`${key}Otro`] = holder[key]
      }),
    )
  }
})
