import { constant, given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { collectedByService } from '../1-projections/generation.ts'
import { population } from '../1-projections/population.ts'
import { disposed, recovered } from '../1-projections/recovery.ts'
import { sweptKm } from '../1-projections/sweeping.ts'
import { users } from '../1-projections/users.ts'
import { monthsPerYear, oneYear } from '../constants.ts'
import { item, material } from '../dimensions.ts'

const driven = (id: string, by: string, words: { es: string; en: string }) =>
  input({ id, over: [item], unit: '1', form: 'flag', numeral: '11.2', ...words, at: `{item}/driver=${by}` })

const perUser = constant({
  id: 'unitPerUser',
  es: 'Unidades por usuario',
  en: 'Units a user',
  unit: 'unit/user',
  value: 1,
})
const perTonne = constant({
  id: 'unitPerTonne',
  es: 'Unidades por tonelada',
  en: 'Units a tonne',
  unit: 'unit/t',
  value: 1,
})
const perKm = constant({
  id: 'unitPerKm',
  es: 'Unidades por kilómetro',
  en: 'Units a kilometre',
  unit: 'unit/km',
  value: 1,
})
const perInhabitant = constant({
  id: 'unitPerInhabitant',
  es: 'Unidades por habitante',
  en: 'Units an inhabitant',
  unit: 'unit/inh',
  value: 1,
})

const byUsers = driven('drivenByUsers', 'users', { es: 'Por usuarios (1 = sí)', en: 'By users (1 = yes)' })
const byPopulation = driven('drivenByInhabitants', 'population', {
  es: 'Por habitantes (1 = sí)',
  en: 'By inhabitants (1 = yes)',
})
const byCollected = driven('drivenByCollected', 'tonnesCollected', {
  es: 'Por toneladas recolectadas (1 = sí)',
  en: 'By tonnes collected (1 = yes)',
})
const byDisposed = driven('drivenByDisposed', 'tonnesDisposed', {
  es: 'Por toneladas dispuestas (1 = sí)',
  en: 'By tonnes disposed of (1 = yes)',
})
const byRecovered = driven('drivenByRecovered', 'tonnesRecovered', {
  es: 'Por toneladas aprovechadas (1 = sí)',
  en: 'By tonnes recovered (1 = yes)',
})
const byOrganic = driven('drivenByOrganic', 'tonnesRecoveredOrganic', {
  es: 'Por toneladas orgánicas aprovechadas (1 = sí)',
  en: 'By organic tonnes recovered (1 = yes)',
})
const byInorganic = driven('drivenByInorganic', 'tonnesRecoveredInorganic', {
  es: 'Por toneladas inorgánicas aprovechadas (1 = sí)',
  en: 'By inorganic tonnes recovered (1 = yes)',
})
const bySwept = driven('drivenBySweptKm', 'kmSwept', {
  es: 'Por kilómetros barridos (1 = sí)',
  en: 'By kilometres swept (1 = yes)',
})

const isOrganic = given({
  id: 'organicMaterial',
  over: [material],
  unit: '1',
  numeral: '5.4.4',
  es: 'Material orgánico (1 = sí)',
  en: 'Organic material (1 = yes)',
})

const recoveredDriver = line({
  id: 'itemTonnesRecovered',
  over: [item],
  unit: 't/year',
  numeral: '11.2',
  detail: true,
  es: 'Toneladas aprovechadas que cuenta el renglón',
  en: 'Tonnes recovered that the item counts',
  formula: () =>
    eq`sum(${recovered} * ${isOrganic}) * max(${byRecovered}, ${byOrganic}) + sum(${recovered} * (1 - ${isOrganic})) * max(${byRecovered}, ${byInorganic})`,
})
const tonnesDriver = line({
  id: 'itemTonnes',
  over: [item],
  unit: 't/year',
  numeral: '11.2',
  detail: true,
  es: 'Toneladas que mueven el renglón',
  en: 'Tonnes that drive the item',
  formula: () =>
    eq`${byCollected} * sum(${collectedByService}) + ${byDisposed} * sum(${disposed}) + ${recoveredDriver}`,
})
/** Users and inhabitants count for the year; tonnes and kilometres are of the year. */
export const driverQuantity = line({
  id: 'driverQuantity',
  over: [item],
  unit: 'unit/year',
  numeral: '11.2',
  detail: true,
  es: 'Cantidad que mueve el renglón',
  en: 'Quantity that drives the item',
  formula: () =>
    eq`(${byUsers} * sum(${users}) * ${perUser} + ${byPopulation} * sum(${population}) * ${perInhabitant}) / ${oneYear} + ${tonnesDriver} * ${perTonne} + ${bySwept} * sum(${sweptKm}) * ${monthsPerYear} * ${perKm}`,
})
