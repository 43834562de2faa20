import type { Locale } from '../../text/numbers.ts'
import { coverWords } from '../../text/workbook/cover.ts'
import { said, sheetNames } from '../../text/workbook/words.ts'
import type { Sheet, Workbook } from './cells.ts'
import { columnName, put } from './cells.ts'
import { documentRows, kinds } from './document/rows.ts'
import { fieldWords } from './document/words.ts'
import { columns, firstRow, yearSheet } from './layout.ts'
import { mark } from './pages/assumptions.ts'
import { heading, label, section } from './pages/rows.ts'

/** What an analyst must fill in stands here as its own placeholder: nothing that could pass for a datum. */
const fill = '\u0000'

const cost = (category: string) => ({
  id: `costo-${category === 'investment' ? 'inversion' : category === 'administration' ? 'administracion' : 'operacion'}`,
  name: fill,
  category,
  component: 'collectionToDisposal',
  ...(category === 'investment'
    ? { class: 'equipment', life: fill, amount: { year: fill, amount: fill } }
    : { amount: fill }),
})

/** The least plan that can be evaluated: one municipality, its users, and one alternative. */
const skeleton = {
  schemaVersion: '1',
  name: fill,
  norm: 'resolution-754-2014',
  baseYear: fill,
  horizon: { financial: fill, waste: fill },
  economy: { inflation: fill, discountRate: fill, prices: 'current' },
  territory: {
    municipalities: [
      {
        id: 'municipio',
        name: fill,
        censuses: [
          { year: fill, urban: fill, rural: fill },
          { year: fill, urban: fill, rural: fill },
        ],
        users: ['stratum1', 'stratum2', 'stratum3'].map((c) => ({
          class: c,
          zone: 'urban',
          dwellings: fill,
          served: fill,
          persons: fill,
        })),
        waste: { perCapita: { urban: fill, rural: fill } },
        tariff: { method: 'costRecovery' },
      },
    ],
  },
  alternatives: [
    {
      id: 'como-hoy',
      name: fill,
      statusQuo: true,
      projects: [
        {
          id: 'servicio',
          name: fill,
          program: 'collection',
          costs: ['investment', 'operationMaintenance', 'administration'].map(cost),
        },
      ],
      sites: [{ id: 'relleno', name: fill, capacity: fill }],
    },
  ],
}

const texts = /\/name$/

/** Plantilla: a blank sheet of assumptions for those who start in a spreadsheet, each field with its words, choices and whether it is required. */
export function templateWorkbook(locale: Locale = 'es', baseYear = 2025): Workbook {
  const w = coverWords[locale]
  const length = 31
  const sheet: Sheet = yearSheet(sheetNames.assumptions[locale], length, { hidden: new Set() })
  const years = Array.from({ length }, (_, t) => ({ value: baseYear + t }))
  heading(sheet, { title: w.templateTitle, note: w.guide }, { locale, years })
  put(sheet, 0, columns.code, { value: mark, look: { role: 'faint' } })
  section(sheet, firstRow, said('dataSection', locale), columns.firstYear + length)
  const choices: { range: string; values: readonly string[] }[] = []
  documentRows(skeleton, undefined, { baseYear, length }).forEach(({ pointer, kind, value }, i) => {
    const row = firstRow + 1 + i
    const { description, choices: allowed, required } = fieldWords(pointer)
    const blank = kind === 'json'
    const isGroup = kind === 'group' || kind === 'list'
    const word = blank ? (texts.test(pointer) ? kinds.text : kinds.number) : kinds[kind]
    label(
      sheet,
      row,
      {
        name: `${'  '.repeat(Math.max(0, pointer.split('/').length - 2))}${description || pointer.slice(pointer.lastIndexOf('/') + 1)}`,
        unit: /;\s*([^[]+)/.exec(description)?.[1]?.trim() ?? '',
        numeral: /\[([^\]]+)\]/.exec(description)?.[1] ?? '',
        code: pointer,
        kind: word,
        source: allowed.join(' · ').slice(0, 250),
        status: isGroup ? '' : required ? w.required : w.optional,
      },
      isGroup ? 'subtotal' : 'label',
    )
    if (isGroup) return
    put(sheet, row, columns.value, { value: blank ? null : value, look: { role: 'input' } })
    const list = allowed.join(',')
    if (allowed.length > 0 && list.length < 250)
      choices.push({ range: `${columnName(columns.value)}${row + 1}`, values: allowed })
  })
  return { title: w.templateTitle, sheets: [{ ...sheet, choices }], names: [] }
}
