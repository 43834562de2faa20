import { plain } from './numbers.ts'

interface Words {
  es: string
  en: string
}

const n = (value: number, decimals = 0) => ({ es: plain(value, decimals, 'es'), en: plain(value, decimals, 'en') })

/** What territory, users, waste, economy and horizon can do wrong across fields. */
export const ruleProblems = {
  'horizon-financial': (least: number): Words => ({
    es: `El horizonte financiero es muy corto; con esta norma debe ser de ${least} a 30 años (art. 8).`,
    en: `The financial horizon is too short; under this norm it must be ${least} to 30 years (art. 8).`,
  }),
  'census-count': (): Words => ({
    es: 'La proyección de población necesita dos o más censos; agregue censos o use el método «given».',
    en: 'The projection of population needs two or more censuses; add censuses or use the method "given".',
  }),
  'census-order': (previous: number): Words => ({
    es: `Los censos deben ir en orden de año y sin repetirse; este debe ser posterior a ${previous}.`,
    en: `Censuses must stand in order of year and not repeat; this one must be later than ${previous}.`,
  }),
  'census-late': (latest: number): Words => ({
    es: `El último censo está muy después del año base; debe ser a lo sumo de ${latest}.`,
    en: `The last census is too far after the base year; it must be of ${latest} at the latest.`,
  }),
  'census-growth': (): Words => ({
    es: 'La población se multiplica por más de dos cada año entre estos dos censos; revise las cifras, que deben ser habitantes.',
    en: 'The population more than doubles every year between these two censuses; check the figures, which must be inhabitants.',
  }),
  'given-missing': (zone: string): Words => ({
    es: `El método «given» necesita la población proyectada de la zona ${zone === 'urban' ? 'urbana' : 'rural'} en «given.${zone}».`,
    en: `The method "given" needs the projected population of the ${zone} zone in "given.${zone}".`,
  }),
  'exponential-censuses': (): Words => ({
    es: 'El método exponencial necesita tres o más censos; agregue uno o escoja «geometric» o «auto».',
    en: 'The exponential method needs three or more censuses; add one or choose "geometric" or "auto".',
  }),
  'wappaus-pole': (year: number): Words => ({
    es: `El método de Wappaus no se puede llevar más allá de ${year}; escoja otro método, por ejemplo «geometric» o «auto».`,
    en: `The Wappaus method cannot be carried beyond ${year}; choose another method, for example "geometric" or "auto".`,
  }),
  'users-order': (upper: 'dwellings' | 'served', limit: number): Words =>
    upper === 'dwellings'
      ? {
          es: `Los usuarios servidos (U) no pueden ser más que los domicilios (V): ${n(limit).es}.`,
          en: `The users served (U) cannot be more than the dwellings (V): ${n(limit).en}.`,
        }
      : {
          es: `Los usuarios facturados (Ufac) no pueden ser más que los servidos (U): ${n(limit).es}.`,
          en: `The users billed (Ufac) cannot be more than those served (U): ${n(limit).en}.`,
        },
  'vacant-above-served': (limit: number): Words => ({
    es: `Los predios desocupados no pueden ser más que los usuarios servidos: ${n(limit).es}.`,
    en: `The vacant premises cannot be more than the users served: ${n(limit).en}.`,
  }),
  'duplicate-user-row': (userClass: string, zone: string): Words => ({
    es: `Ya hay una fila de la clase «${userClass}» en la zona «${zone}»; debe haber una sola por clase y zona.`,
    en: `There already is a row of class "${userClass}" in zone "${zone}"; there must be only one per class and zone.`,
  }),
  'persons-missing': (): Words => ({
    es: 'Un estrato residencial necesita «persons» (habitantes por domicilio) o «productionPerUser» (t/mes).',
    en: 'A residential stratum needs "persons" (inhabitants per dwelling) or "productionPerUser" (t/month).',
  }),
  'production-missing': (): Words => ({
    es: 'Un usuario no residencial necesita «productionPerUser» (t/mes).',
    en: 'A non-residential user needs "productionPerUser" (t/month).',
  }),
  'continuity-order': (limit: number): Words => ({
    es: `Las recolecciones no prestadas no pueden ser más que las programadas: ${n(limit).es}.`,
    en: `The collections missed cannot be more than those scheduled: ${n(limit).en}.`,
  }),
  'land-use-missing': (use: string): Words => ({
    es: `Crece con el uso del suelo «${use}», pero el municipio no da «landUse.${use}»; agréguelo en ha.`,
    en: `It grows with the land use "${use}", but the municipality does not give "landUse.${use}"; add it in ha.`,
  }),
  'driver-without-base': (driver: string, zone: string): Words => ({
    es: `La corriente crece con «${driver}», que no tiene valor en el año base en la zona ${zone === 'urban' ? 'urbana' : 'rural'}; agréguelo o use otro «driver», por ejemplo «none».`,
    en: `The stream grows with "${driver}", which has no value in the base year in the ${zone} zone; add it or use another "driver", for example "none".`,
  }),
  'expansion-class': (): Words => ({
    es: 'La expansión es de una clase y zona que no están en «users»; agregue esa fila.',
    en: 'The expansion is of a class and zone that are not in "users"; add that row.',
  }),
  'expansion-year': (baseYear: number): Words => ({
    es: `La expansión debe aparecer después del año base, ${baseYear}.`,
    en: `The expansion must appear after the base year, ${baseYear}.`,
  }),
  'composition-sum': (sum: number): Words => ({
    es: `Las fracciones de la composición deben sumar 1 (± 0,001); suman ${n(sum, 4).es}.`,
    en: `The shares of the composition must sum to 1 (± 0.001); they sum to ${n(sum, 4).en}.`,
  }),
  'tariff-missing': (): Words => ({
    es: 'El municipio no tiene «tariff» y no todas las alternativas traen la suya; agregue la tarifa vigente.',
    en: 'The municipality has no "tariff" and not every alternative brings its own; add the tariff in force.',
  }),
  'tariff-input-missing': (method: string, field: string): Words => ({
    es: `El método tarifario «${method}» necesita el campo «${field}».`,
    en: `The tariff method "${method}" needs the field "${field}".`,
  }),
  'conditional-disposal': (): Words => ({
    es: 'No se conocen las clases de tamaño con que se descuenta un relleno aportado bajo condición (CRA 720, art. 29); escriba el CDF publicado en «given.cdf» o quite «CDF».',
    en: 'The size classes by which a landfill contributed conditionally is discounted are not known (CRA 720, art. 29); write the published CDF in "given.cdf" or take "CDF" out.',
  }),
  'post-closure-short': (least: number, source: string): Words => ({
    es: `La posclausura del relleno es muy corta; debe ser de al menos ${least} años (${source}).`,
    en: `The landfill's post-closure is too short; it must be at least ${least} years (${source}).`,
  }),
  'factor-without-users': (userClass: string): Words => ({
    es: `Hay un factor para la clase «${userClass}», que no tiene usuarios en «users»; agregue esa fila o quite el factor.`,
    en: `There is a factor for the class "${userClass}", which has no users in "users"; add that row or take the factor out.`,
  }),
  'transition-years': (most: number): Words => ({
    es: `La transición debe durar de 1 a ${most} años, dentro del horizonte financiero.`,
    en: `The transition must last 1 to ${most} years, inside the financial horizon.`,
  }),
  'path-out-of-range': (year: number, min: number, max: number): Words => {
    const decimals = Number.isInteger(min) ? 0 : 2
    return {
      es: `Con ese crecimiento el valor de ${year} sale de su rango; debe quedar entre ${n(min, decimals).es} y ${n(max).es} todos los años.`,
      en: `With that growth the value of ${year} leaves its range; it must stay between ${n(min, decimals).en} and ${n(max).en} in every year.`,
    }
  },
  'growth-too-strong': (): Words => ({
    es: 'El crecimiento acumulado multiplica o divide por más de un billón en el horizonte; las tasas deben ser fracciones: 0.05 es 5 %.',
    en: 'The growth multiplies or divides by more than 1e12 over the horizon; rates must be fractions: 0.05 is 5 %.',
  }),
  'year-order': (first: number): Words => ({
    es: `El año final es anterior al inicial; debe ser ${first} o posterior.`,
    en: `The last year is before the first; it must be ${first} or later.`,
  }),
  'no-weight': (): Words => ({
    es: 'Todos los pesos son cero; dé un peso mayor que cero al menos a un criterio, o quite «weights».',
    en: 'All weights are zero; give at least one criterion a weight above zero, or leave "weights" out.',
  }),
  'patch-failed': (step: string): Words => ({
    es: `El cambio no se puede aplicar: en «${step}» no existe lo que nombra o no se cumple la prueba; corrija la ruta.`,
    en: `The patch cannot be applied: at "${step}" what it names does not exist or the test does not hold; mend the path.`,
  }),
} as const
