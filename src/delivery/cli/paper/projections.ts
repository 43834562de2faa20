import { termOf } from '../../../text/cli/terms.ts'
import type { At } from '../../report/base/sheet.ts'
import { addUp, capital, isZero, labelOf, nameOf, placeWords, rowsOf, sumOf } from '../../report/base/sheet.ts'
import { hanging, heading } from '../print/grid.ts'
import type { Sheet } from './sheet.ts'
import type { YearRow } from './year-table.ts'
import { decimals, yearTable } from './year-table.ts'

/** Proyecciones [6]: inhabitants, users, waste and its disposal over the waste horizon. */
export function projections(sheet: Sheet): string[] {
  const { words } = sheet
  return [
    ...heading(words.projections),
    '',
    ...population(sheet),
    '',
    ...users(sheet),
    '',
    ...waste(sheet),
    '',
    ...landfill(sheet),
  ]
}

const wasteLast = (sheet: Sheet): number => sheet.result.years.waste.length - 1
const whole = (sheet: Sheet) => decimals(sheet, 0)

function population(sheet: Sheet): string[] {
  const { words, locale, alternative } = sheet
  const rows = rowsOf(sheet, 'population').map(
    ({ at, values }): YearRow => ({ label: `  ${capital(placeWords(sheet, at))}`, values }),
  )
  const total: YearRow = { label: words.populationTotal, values: sumOf(sheet, 'population'), rule: 'single' }
  const methods = alternative.populationMethods.map((p) =>
    words.populationMethod(
      placeWords(sheet, { municipality: p.municipality, zone: p.zone }),
      termOf('populationMethod', p.chosen, locale),
      p.because,
    ),
  )
  return [
    ...yearTable(sheet, {
      head: words.population,
      rows: [...rows, total],
      last: wasteLast(sheet),
      format: whole(sheet),
    }),
    ...[...new Set(methods)].flatMap((m) => hanging('  ', m)),
  ]
}

function users(sheet: Sheet): string[] {
  const { words } = sheet
  const classes = [...new Set(rowsOf(sheet, 'users').map((r) => r.at.userClass ?? ''))]
  const rows = classes.map(
    (userClass): YearRow => ({
      label: `  ${nameOf(sheet, 'userClass', userClass)}`,
      values: sumOf(sheet, 'users', { userClass }),
    }),
  )
  return yearTable(sheet, {
    head: words.users,
    rows: [
      ...rows,
      { label: words.usersTotal, values: sumOf(sheet, 'users'), rule: 'single' },
      { label: `  ${words.billed}`, values: sumOf(sheet, 'billedUsers') },
      { label: `  ${words.coverage}, %`, values: sumOf(sheet, 'coverageShare'), format: decimals(sheet, 1, 100) },
    ],
    last: wasteLast(sheet),
    format: whole(sheet),
  })
}

function waste(sheet: Sheet): string[] {
  const { words, locale } = sheet
  const row = (line: string, rule?: 'single'): YearRow => ({
    label: rule ? labelOf(line, locale) : `  ${labelOf(line, locale)}`,
    values: sumOf(sheet, line),
    ...(rule ? { rule } : {}),
  })
  const parts = [row('reincorporated'), row('disposed'), row('handledSpecially')]
  const perCapita = rowsOf(sheet, 'perCapitaProduction').map(
    ({ at, values }): YearRow => ({ label: `  ${capital(placeWords(sheet, at))}`, values, format: decimals(sheet, 3) }),
  )
  return yearTable(sheet, {
    head: words.waste,
    rows: [
      ...parts.filter((p) => !isZero(p.values ?? [])),
      row('collected', 'single'),
      row('uncollected'),
      row('generation', 'single'),
      { label: `  ${words.captured}`, values: sumOf(sheet, 'recovered') },
      { label: words.perCapita },
      ...perCapita,
    ],
    last: wasteLast(sheet),
    format: whole(sheet),
  })
}

function landfill(sheet: Sheet): string[] {
  const { words } = sheet
  const siteRows = (at: At): YearRow[] => {
    const site = nameOf(sheet, 'site', at.site ?? '')
    const left = sumOf(sheet, 'landfillRemaining', at)
    return [
      { label: `  ${words.siteTonnes(site)}`, values: sumOf(sheet, 'siteDisposal', at) },
      ...(left.every((v) => v === null) ? [] : [{ label: `  ${words.siteLeft(site)}`, values: left }]),
    ]
  }
  const sites = rowsOf(sheet, 'siteDisposal').map((r) => r.at)
  const unlimited = sites.filter((at) => sumOf(sheet, 'landfillRemaining', at).every((v) => v === null))
  const shortfall = addUp([sumOf(sheet, 'landfillShortfall')])
  return [
    ...yearTable(sheet, {
      head: words.landfill,
      rows: [
        ...sites.flatMap(siteRows),
        { label: words.volume, values: sumOf(sheet, 'landfillVolume') },
        { label: words.shortfall, values: shortfall },
      ],
      last: wasteLast(sheet),
      format: whole(sheet),
    }),
    ...unlimited.map((at) => `  ${words.siteUnlimited(nameOf(sheet, 'site', at.site ?? ''))}`),
  ]
}
