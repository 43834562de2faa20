import { findLaw } from '../../law/parameter.ts'
import { sgpUse } from '../../text/tariffs.ts'
import type { AlternativeRun } from '../run.ts'
import type { Warning } from '../warnings.ts'

/**
 * Usos de los recursos del SGP para agua y saneamiento [Ley 1176 de 2007, art. 11] and of royalties: a finding for every
 * grant of them that pays for operation. Subsidies are not grants here, they come through the solidarity fund.
 */
export function fundingFindings(of: AlternativeRun): Warning[] {
  const { baseYear, norm } = of.scenario
  const own = of.places.find('alternative', {}) ?? ''
  return of.places.alternative.grants.flatMap((grant, i) => {
    const { id, source, use, amounts } = grant
    if (use !== 'operation' || (source !== 'sgp' && source !== 'royalties')) return []
    const paid = Object.entries(amounts)
      .filter(([year, amount]) => amount > 0 && Number(year) > baseYear)
      .map(([year]) => Number(year))
    const law = paid.map((year) => findLaw('sgpAllowedUses', year, norm)).find((found) => found !== undefined)
    if (law === undefined) return []
    const article = `${law.norm}, ${law.article}`
    const message = sgpUse({ id, source, article, uses: law.value.join(', ') })
    return [{ pointer: `${own}/grants/${i}/use`, code: 'sgp-use', message }]
  })
}
