import type { Sentence } from '../viability.ts'

const both = (es: string, en: string): Sentence => ({ es, en })

/** Why a trial of a study has no value. */
export const trialWords = Object.freeze({
  broken: (rule: { pointer: string; es: string; en: string }): Sentence =>
    both(`Con ese valor, en «${rule.pointer}»: ${rule.es}`, `With that value, at "${rule.pointer}": ${rule.en}`),
  beyond: (line: string): Sentence =>
    both(
      `Con ese valor el renglón «${line}» se sale de todo número.`,
      `With that value the line "${line}" goes beyond any number.`,
    ),
  undefined: both('Con ese valor la cifra no está definida.', 'With that value the figure is undefined.'),
})

/** What a question about inputs and figures can get wrong. */
export const studyProblems = Object.freeze({
  pointerMissing: (pointer: string): Sentence =>
    both(
      `En el plan no hay nada en «${pointer}». Escriba un puntero JSON de un dato que exista, como /economy/discountRate.`,
      `The plan has nothing at "${pointer}". Write a JSON Pointer of an entry that exists, such as /economy/discountRate.`,
    ),
  pointerNotNumeric: (pointer: string): Sentence =>
    both(
      `Lo que hay en «${pointer}» no es un número ni un valor en el tiempo; apunte a uno que lo sea.`,
      `What is at "${pointer}" is neither a number nor a value over time; point to one that is.`,
    ),
  pointersNone: both(
    'Diga qué dato se mueve: «pointer» o «pointers».',
    'Say which entry is moved: "pointer" or "pointers".',
  ),
  figureUnknown: (figure: string): Sentence =>
    both(
      `«${figure}» no es una cifra: escriba una cifra (planNpv), un criterio (coverage), «viable», «test:» con una prueba (test:cash) o «renglón:año:llaves» (userTariff:2030:userClass=stratum1,zone=urban).`,
      `"${figure}" is no figure: write a figure (planNpv), a criterion (coverage), "viable", "test:" and a test (test:cash) or "line:year:keys" (userTariff:2030:userClass=stratum1,zone=urban).`,
    ),
  figureYear: (line: string, years: string): Sentence =>
    both(`«${line}» se pide con un año de ${years}: ${line}:AÑO.`, `"${line}" takes a year of ${years}: ${line}:YEAR.`),
  figureKeys: (line: string, dimensions: string): Sentence =>
    both(
      `«${line}» tiene varias filas y no se suman; diga cuál con ${dimensions}.`,
      `"${line}" has several rows that do not add up; say which with ${dimensions}.`,
    ),
  figureRow: (line: string, dimensions: string): Sentence =>
    both(
      `«${line}» no tiene esa fila; sus dimensiones son: ${dimensions}.`,
      `"${line}" has no such row; its dimensions are: ${dimensions}.`,
    ),
  unknownAlternative: (known: string): Sentence =>
    both(
      `La alternativa no existe en el plan; las que hay son ${known}.`,
      `The plan has no such alternative; there are ${known}.`,
    ),
  tooMany: (what: string, most: number): Sentence =>
    both(`Se piden demasiados: ${what}; a lo sumo ${most}.`, `Too many are asked for: ${what}; at most ${most}.`),
  noDrivers: both('No hay datos que mover en esta alternativa.', 'There are no inputs to move in this alternative.'),
  bridgeUndefined: (groups: string): Sentence =>
    both(
      `La cifra no está definida en «${groups}»; elija otra cifra.`,
      `The figure is undefined in "${groups}"; choose another figure.`,
    ),
  bridgeBroken: (groups: string, rule: Sentence): Sentence =>
    both(
      `La combinación de «${groups}» no se puede evaluar; ponga esos datos en un mismo grupo. ${rule.es}`,
      `The combination of "${groups}" cannot be evaluated; put those entries in one group. ${rule.en}`,
    ),
})

/** Names of the inputs that are moved when none are named. */
export const driverNames = Object.freeze({
  growth: both('Crecimiento de la población (puntos)', 'Population growth (points)'),
  perCapita: both('Producción por habitante', 'Waste per inhabitant'),
  coverage: both('Metas de cobertura', 'Coverage targets'),
  reduction: both('Meta de reducción en el origen', 'Reduction target'),
  capture: both('Captación de aprovechables', 'Capture of recoverables'),
  productPrices: both('Precios de venta de lo aprovechado', 'Prices of recovered products'),
  tariff: both('Tarifa de referencia', 'Reference tariff'),
  factors: both('Factores de subsidio y contribución', 'Subsidy and contribution factors'),
  discountRate: both('Tasa de descuento', 'Discount rate'),
  inflation: both('Inflación', 'Inflation'),
  loanRates: both('Tasas de los créditos', 'Loan rates'),
  collection: both('Eficiencia del recaudo', 'Collection efficiency'),
  fundCoverage: both('Giro del fondo de solidaridad', "Solidarity fund's transfer"),
  unitCosts: both('Costos de operación y administración', 'Running costs'),
  investments: both('Inversiones', 'Investments'),
  grants: both('Aportes', 'Grants'),
})

/** Names of the usual groups of inputs of a bridge. */
export const bridgeNames: Readonly<Record<string, Sentence>> = Object.freeze({
  targets: both('Metas y medidas', 'Targets and measures'),
  tariff: both('Tarifa', 'Tariff'),
  subsidies: both('Subsidios y contribuciones', 'Subsidies and contributions'),
  funding: both('Financiación', 'Funding'),
  recovery: both('Aprovechamiento y servicios especiales', 'Recovery and special services'),
  sites: both('Disposición final', 'Final disposal'),
  economy: both('Economía', 'Economy'),
  territory: both('Territorio', 'Territory'),
  costs: both('Costos', 'Running costs'),
  investments: both('Inversiones', 'Investments'),
  other: both('Lo demás', 'All else'),
})
