import { line, method } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { inflationIndex } from '../3-costs/prices.ts'
import { planYear } from '../constants.ts'
import { municipality, userClass, zone } from '../dimensions.ts'
import { userTariff } from './billing.ts'

const row = [municipality, userClass, zone] as const

const realTariff = line({
  id: 'realTariff',
  over: row,
  unit: 'COP/user·month',
  numeral: '10.3',
  detail: true,
  es: 'Tarifa al usuario en pesos del año base',
  en: "User's tariff in base-year pesos",
  formula: () => eq`${userTariff} / ${inflationIndex}`,
})
export const realTariffRise = line({
  id: 'realTariffRise',
  over: row,
  unit: 'share',
  numeral: '10.3',
  es: 'Alza anual de la tarifa en términos reales',
  en: 'Yearly rise of the tariff in real terms',
  formula: () => eq`if(${planYear} == 0, 0, ratio(${realTariff}, prev(${realTariff})) - 1)`,
})
const greatestRise = line({
  id: 'greatestTariffRise',
  unit: 'share',
  numeral: '10.3',
  detail: true,
  es: 'Mayor alza real de la tarifa en el año',
  en: "Year's greatest real rise of the tariff",
  formula: () => eq`maxOver(${realTariffRise})`,
})
/** Choque tarifario: the greatest yearly rise in real terms that any class of users meets; negative where all fall. */
export const tariffShock = method({
  id: 'tariffShock',
  unit: 'share',
  numeral: '10.3',
  es: 'Choque tarifario: mayor alza anual en términos reales',
  en: 'Tariff shock: greatest yearly rise in real terms',
  of: () => [greatestRise],
  run: ([rises = []]) => {
    const known = rises.slice(1).filter((rise) => !Number.isNaN(rise))
    return {
      value: known.length === 0 ? null : Math.max(...known),
      because:
        known.length === 0
          ? { es: 'Ningún año tiene tarifa con que comparar.', en: 'No year has a tariff to compare with.' }
          : { es: 'La mayor alza entre clases, zonas y años.', en: 'The greatest rise over classes, zones and years.' },
    }
  },
})
