import { expect, test } from 'vitest'
import { unitInWords } from '../../../src/text/units.ts'

test.each([
  ['COP/user·month', 'COP por usuario y mes', 'COP per user and month'],
  ['COP/year', 'COP al año', 'COP a year'],
  ['COP/t', 'COP por tonelada', 'COP per tonne'],
  ['t/year', 'toneladas al año', 'tonnes a year'],
  ['t/user·month', 'toneladas por usuario y mes', 'tonnes per user and month'],
  ['kg/inhabitant/day', 'kg por habitante y día', 'kg per inhabitant and day'],
  ['kg/inh·day', 'kg por habitante y día', 'kg per inhabitant and day'],
  ['km/month', 'km al mes', 'km a month'],
  ['m³/year', 'm³ al año', 'm³ a year'],
  ['t/hour', 'toneladas a la hora', 'tonnes an hour'],
  ['user·month/year', 'usuarios-mes al año', 'user-months a year'],
  ['job·year', 'empleos-año', 'job-years'],
  ['unit/year', 'unidades al año', 'units a year'],
  ['COP', 'COP', 'COP'],
  ['inhabitants', 'habitantes', 'inhabitants'],
  ['share', 'fracción', 'share'],
  ['1', 'sin unidad', 'no unit'],
])('the unit %s reads «%s» and "%s"', (unit, es, en) => {
  expect(unitInWords(unit)).toBe(es)
  expect(unitInWords(unit, 'en')).toBe(en)
})

test('a unit that the dictionary does not know is left as it is written', () => {
  expect(unitInWords('furlong/year')).toBe('furlong al año')
})
