import { indicatorTable } from '../../../model/2-diagnosis/catalogue.ts'
import { dofaOf } from '../../../study/diagnosis/goals.ts'
import { componentCostsOf, userTableOf } from '../../../study/diagnosis/tables.ts'
import type { AlternativeResult } from '../../../study/result.ts'
import { termOf } from '../../../text/cli/terms.ts'
import { unitInWords } from '../../../text/units.ts'
import type { Context } from '../base/context.ts'
import { missingBlocks, under } from '../base/missing.ts'
import { decimals, inMillions, inPercent, readable } from '../base/numbers.ts'
import { labelOf, nameOf } from '../base/sheet.ts'
import type { Block, Part } from '../document.ts'
import { heading, paragraph, table } from '../document.ts'

type Indicator = AlternativeResult['indicators'][number]

/** 2. Diagnóstico [5], with its gap analysis [5.6]. */
export function diagnosis(context: Context): Part[] {
  const { words } = context
  return [
    {
      blocks: [
        heading(1, words.chapter.diagnosis),
        heading(2, words.diagnosis.users),
        ...usersTables(context),
        heading(2, words.diagnosis.costs),
        ...costTables(context),
        heading(2, words.diagnosis.indicators),
        ...indicators(context),
        heading(2, words.diagnosis.gaps),
        ...gaps(context),
        ...missingBlocks(context, under('5')),
      ],
    },
  ]
}

function usersTables(context: Context): Block[] {
  const { words, of, locale } = context
  const { diagnosis: w, column } = words
  const rows = userTableOf(of)
  const places = [...new Set(rows.filter((r) => r.zone === null).map((r) => r.municipality))]
  const whole = decimals(locale, 0)
  return places.map((place) =>
    table({
      caption: `${w.users}: ${nameOf(context, 'municipality', place)}, ${of.scenario.baseYear}`,
      columns: [
        { head: column.class, width: 44 },
        ...w.userHeads.map((head) => ({ head, width: 14, align: 'right' as const })),
      ],
      rows: rows
        .filter((r) => r.municipality === place && r.zone === null && (r.dwellings > 0 || r.served > 0))
        .map((r) => ({
          cells: [
            w.groups[r.group] ?? termOf('userClass', r.group, locale),
            ...[r.dwellings, r.served, r.billed].map(whole),
            inPercent(locale)(r.billingEfficiency),
          ],
          ...(r.group === 'total' ? { kind: 'total' as const } : {}),
        })),
    }),
  )
}

function costTables(context: Context): Block[] {
  const { words, of, locale } = context
  const { diagnosis: w, column, pesos } = words
  const rows = componentCostsOf(of).filter((r) => r.zone === null)
  const known = rows.filter((r) => r.total !== null || r.investment !== null || r.operationMaintenance !== null)
  if (known.length === 0)
    return [paragraph(words.missing.empty('/territory/municipalities/…/diagnosis/annualCosts'), 'missing')]
  const write = inMillions(locale)
  return [...new Set(known.map((r) => r.municipality))].map((place) =>
    table({
      caption: `${w.costs}: ${nameOf(context, 'municipality', place)}`,
      unit: pesos.millionsOfBase(of.scenario.baseYear),
      columns: [
        { head: column.component, width: 40 },
        { head: w.symbol, width: 12 },
        ...(['investment', 'operationMaintenance', 'administration'] as const).map((id) => ({
          head: termOf('category', id, locale),
          width: 16,
          align: 'right' as const,
        })),
        { head: column.total, width: 14, align: 'right' as const },
      ],
      rows: known
        .filter((r) => r.municipality === place)
        .map((r) => ({
          cells: [
            termOf('component', r.component, locale),
            r.symbol,
            ...[r.investment, r.operationMaintenance, r.administration, r.total].map(write),
          ],
        })),
    }),
  )
}

/** Of each municipality, those that have a value: of the whole of it, and what differs by zone, class or material. */
function indicators(context: Context): Block[] {
  const { words, alternative, result } = context
  const { diagnosis: w } = words
  const base = alternative.indicators.filter(
    (i) => i.year === result.years.base && i.zone === null && !i.id.includes(':'),
  )
  const places = [...new Set(base.map((i) => i.municipality))]
  const unmeasured = base.filter((i) => i.value === null)
  return [
    ...places.map((place) => {
      const own = base.filter((i) => i.municipality === place && i.value !== null)
      return indicatorRows(context, w.indicatorsOf(nameOf(context, 'municipality', place), result.years.base), own)
    }),
    ...places.flatMap((place) => parted(context, place)),
    ...(unmeasured.length === 0
      ? []
      : [
          paragraph(w.unmeasuredIntro(unmeasured.length)),
          paragraph(
            `${w.unmeasured}: ${[...new Set(unmeasured.map((i) => indicatorName(i.id, context)))].join('; ')}.`,
            'missing',
          ),
        ]),
  ].filter((block) => block.kind !== 'table' || block.rows.length > 0)
}

/** Indicators by class, material or stream, and by zone: each in one row with a column a zone. */
function parted(context: Context, place: string): Block[] {
  const { words, alternative, result, locale } = context
  const { column, diagnosis: w } = words
  const own = alternative.indicators.filter((i) => i.year === result.years.base && i.municipality === place)
  const zones = [...new Set(own.flatMap((i) => (i.zone === null ? [] : [i.zone])))]
  // users by class have a table of their own above
  const ids = [...new Set(own.map((i) => i.id))].filter((id) => !/^(?:V|U|Ufac|EF)ByClass:/u.test(id))
  const rows = ids.flatMap((id) => {
    const all = own.filter((i) => i.id === id)
    const [first] = all
    const value = (zone: string | null) => all.find((i) => i.zone === zone)?.value ?? null
    const values = [...zones.map(value), value(null)]
    const told = values.filter((v) => v !== null)
    if (first === undefined || told.length === 0) return []
    const differs = new Set(zones.map(value).filter((v) => v !== null)).size > 1
    if (!differs && !id.includes(':')) return []
    const isShare = first.unit === 'share'
    const write = isShare ? inPercent(locale) : (v: number | null) => readable(v, locale)
    return [
      { cells: [indicatorName(id, context), ...values.map(write), isShare ? '%' : unitInWords(first.unit, locale)] },
    ]
  })
  if (rows.length === 0) return []
  return [
    table({
      caption: w.partedOf(nameOf(context, 'municipality', place)),
      columns: [
        { head: column.concept, width: 46 },
        ...zones.map((zone) => ({ head: nameOf(context, 'zone', zone), width: 12, align: 'right' as const })),
        { head: column.total, width: 12, align: 'right' },
        { head: column.unit, width: 18 },
      ],
      rows,
    }),
  ]
}

const symbols = new Map(indicatorTable().map((row) => [row.id, row]))

function indicatorName(id: string, { locale }: Pick<Context, 'locale'>): string {
  const [line = '', member] = id.split(':')
  const label = labelOf(line, locale)
  if (member === undefined) return label
  const said = ['material', 'userClass', 'component', 'category'].map((d) => termOf(d, member, locale))
  return `${label}: ${said.find((text) => text !== member) ?? member}`
}

function indicatorRows(context: Context, caption: string, rows: readonly Indicator[]): Block {
  const { words, locale } = context
  const { column } = words
  return table({
    caption,
    columns: [
      { head: column.concept, width: 48 },
      { head: words.diagnosis.symbol, width: 12 },
      { head: column.value, width: 13, align: 'right' },
      { head: column.unit, width: 18 },
      { head: column.numeral, width: 9 },
    ],
    rows: rows.map((i) => {
      const known = symbols.get(i.id.split(':')[0] ?? '')
      const isShare = i.unit === 'share'
      return {
        cells: [
          indicatorName(i.id, context),
          (known?.symbol ?? '').length > 9 ? '' : (known?.symbol ?? ''),
          isShare ? inPercent(locale)(i.value) : readable(i.value, locale),
          isShare ? '%' : unitInWords(i.unit, locale),
          known?.numeral ?? '',
        ],
      }
    }),
  })
}

function gaps({ words, scenario }: Context): Block[] {
  const { diagnosis: w } = words
  const found = dofaOf(scenario)
  const kinds = ['weaknesses', 'opportunities', 'strengths', 'threats'] as const
  const rows = kinds.flatMap((kind) =>
    found[kind].length === 0
      ? []
      : [
          { cells: [w.gapKinds[kind]], kind: 'group' as const },
          ...found[kind].map((g) => ({
            cells: [
              g.component ?? '–',
              g.problem ?? '–',
              g.causes.join('; ') || '–',
              g.consequences.join('; ') || '–',
              g.measure ?? '–',
            ],
          })),
        ],
  )
  if (rows.length === 0) return [paragraph(words.missing.empty('/plan/gaps'), 'missing')]
  return [
    table({
      caption: w.gaps,
      columns: w.gapHeads.map((head, i) => ({ head, width: i === 0 ? 15 : 21 })),
      rows,
    }),
  ]
}
