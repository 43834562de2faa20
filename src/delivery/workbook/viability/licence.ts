import { siteDisposal, volumePerTonne } from '../../../model/1-projections/landfill.ts'
import { rowsOf } from '../../../study/run.ts'
import { unlicensedTonnesOf } from '../../../study/viability.ts'
import { columnName } from '../cells.ts'
import type { Place } from '../layout.ts'
import { beforeCell, columns, headRow, nowCell, seenFrom } from '../layout.ts'
import { formulas, label, placeNames } from '../pages/rows.ts'
import type { Ground } from './ground.ts'
import { datum, placeOf, single, word } from './ground.ts'

/** Disposición con licencia: one row a site with the tonnes of each year that go to a dump or beyond its licence. */
export function licenceRows(of: Ground): Place[] {
  const { layout, sheet, locale } = of
  const { alternative } = layout.of.places
  const nameOf = placeNames(layout.of, locale)
  return rowsOf(layout.of, siteDisposal).map(({ at }, i) => {
    const site = alternative.sites.find(({ id }) => id === at.site)
    if (site === undefined) throw new Error(`the plan has no site «${at.site}»`)
    const row = sheet.cells.length
    label(sheet, row, {
      ...{ name: word(of, 'unlicensed'), place: nameOf(at), unit: 't', numeral: '5.4.5' },
      code: 'viability:licensedDisposal:tonnes',
    })
    const values = unlicensedTonnesOf(layout.of, site)
    formulas(sheet, row, { template: tonnesOf(of, { site: i, id: site.id }), values, unit: 't/year', once: false })
    return { sheet: sheet.name, row }
  })
}

function tonnesOf(of: Ground, { site, id }: { site: number; id: string }): string {
  const { layout, sheet } = of
  const own = layout.of.places.find('site', { site: id }) ?? ''
  const [kind, to, room] = ['kind', 'licence/to', 'licence/m3'].map((member) => datum(of, `${own}/${member}`))
  const place = placeOf(of, siteDisposal, site)
  const placed = nowCell(sheet.name, place)
  const year = nowCell(sheet.name, { sheet: sheet.name, row: headRow })
  const first = `$${columnName(columns.firstYear)}`
  const from = `${seenFrom(sheet.name, place.sheet)}${first}$${place.row + 1}`
  // The base year lies before the plan and takes none of the licence's room.
  const used = `(SUM(${from}:${beforeCell(place.row)})-${from})`
  const beyond =
    room === undefined ? '0' : `MAX(0,${placed}-MAX(0,${room}/${single(of, volumePerTonne, site)}-${used}))`
  const late = [...(kind ? [`${kind}="dump"`] : []), ...(to ? [`${year}>${to}`] : [])]
  const tonnes = late.length === 0 ? beyond : `IF(OR(${late.join(',')}),${placed},${beyond})`
  const base = nowCell(sheet.name, layout.indexRow)
  return `IF(${base}=0,0,${tonnes})`
}
