import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Domains } from '../../../src/formula/domain.ts'
import type { Input } from '../../../src/formula/entry.ts'
import { bind } from '../../../src/model/bind.ts'
import { book } from '../../../src/model/book.ts'
import { placesOf } from '../../../src/model/places.ts'
import { isShared } from '../../../src/model/templates.ts'
import { readScenario } from '../../../src/scenario/read.ts'

const read = (name: string) => {
  const reading = readScenario(
    JSON.parse(readFileSync(new URL(`../../../scenarios/${name}`, import.meta.url), 'utf8')) as unknown,
  )
  if (!reading.ok) throw new Error(`${name} does not read`)
  return reading.scenario
}

test('what is called shared has the same rows and stands in the same places in every alternative', () => {
  const scenario = read('san-pedro-valle.json')
  const shared = book.entries.filter((e): e is Input => e.type === 'input' && isShared(e))
  expect(shared.length).toBeGreaterThan(100)
  const found = scenario.alternatives.map((_, i) => {
    const bound = bind(placesOf(scenario, i))
    const domains = new Domains(bound.binding.space)
    return shared.map((entry) =>
      domains.keysOf(domains.of(entry.over)).map((key) => ({
        id: entry.id,
        key,
        reading: bound.readingOf(entry, key),
        values: bound.binding.read(entry, key),
      })),
    )
  })
  for (const other of found.slice(1)) expect(other).toEqual(found[0])
})
