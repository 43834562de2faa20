import type { Given, Line, Parameter } from '../../formula/entry.ts'
import { given, line, parameter } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import type { NumericLawId } from '../../law/parameter.ts'
import { oneYear } from '../constants.ts'
import { material, municipality } from '../dimensions.ts'
import type { Climate } from './climate.ts'

const numeral = '5.4.5'

interface Words {
  readonly es: string
  readonly en: string
}
const law = (id: string, unit: string, { es, en, law }: Words & { law: NumericLawId }): Parameter =>
  parameter({ id, unit, numeral, law, es, en })

const flagOf = (id: string, words: Words): Given => given({ id, over: [material], unit: '1', numeral, ...words })
const isFood = flagOf('matterFood', { es: 'Alimentos y jardín (1 = sí)', en: 'Food and garden (1 = yes)' })
const isPaper = flagOf('matterPaper', { es: 'Papel o cartón (1 = sí)', en: 'Paper or cardboard (1 = yes)' })
const isTextile = flagOf('matterTextile', { es: 'Textil (1 = sí)', en: 'Textile (1 = yes)' })
const isWood = flagOf('matterWood', { es: 'Madera (1 = sí)', en: 'Wood (1 = yes)' })

const carbon = (id: string, words: Words & { law: NumericLawId }) => law(id, 'share', words)
const foodCarbon = carbon('foodCarbon', { law: 'ipccDocFood', es: 'DOC de alimentos', en: 'DOC of food' })
const paperCarbon = carbon('paperCarbon', { law: 'ipccDocPaper', es: 'DOC de papel', en: 'DOC of paper' })
const textileCarbon = carbon('textileCarbon', { law: 'ipccDocTextiles', es: 'DOC de textiles', en: 'DOC of textiles' })
const woodCarbon = carbon('woodCarbon', { law: 'ipccDocWood', es: 'DOC de madera', en: 'DOC of wood' })

/** Food and garden waste come as one material and are taken as food, the faster to rot. */
export const degradableCarbon = line({
  id: 'degradableCarbon',
  over: [material],
  axis: 'waste',
  unit: 'share',
  numeral,
  detail: true,
  es: 'Carbono orgánico degradable del material (DOC)',
  en: "Material's degradable organic carbon (DOC)",
  formula: () =>
    eq`${isFood} * ${foodCarbon} + ${isPaper} * ${paperCarbon} + ${isTextile} * ${textileCarbon} + ${isWood} * ${woodCarbon}`,
})

const climateFlag = (climate: Climate, words: Words): Given =>
  given({
    id: `climate${climate[0]?.toUpperCase()}${climate.slice(1)}`,
    from: ['{municipality}/waste/climate', '{municipality}/climate'],
    over: [municipality],
    unit: '1',
    numeral: '5.1.1',
    ...words,
  })
const temperateDry = climateFlag('temperateDry', { es: 'Clima templado seco (1 = sí)', en: 'Temperate dry (1 = yes)' })
const temperateWet = climateFlag('temperateWet', {
  es: 'Clima templado húmedo (1 = sí)',
  en: 'Temperate wet (1 = yes)',
})
const tropicalDry = climateFlag('tropicalDry', { es: 'Clima tropical seco (1 = sí)', en: 'Tropical dry (1 = yes)' })
const tropicalWet = climateFlag('tropicalWet', { es: 'Clima tropical húmedo (1 = sí)', en: 'Tropical wet (1 = yes)' })

const knownClimate = given({
  id: 'knownClimate',
  from: ['{municipality}/waste/climate', '{municipality}/climate'],
  over: [municipality],
  unit: '1',
  numeral: '5.1.1',
  es: 'Clima del municipio para el gas del relleno',
  en: "Municipality's climate for landfill gas",
})

type Group = 'FoodSludge' | 'PaperTextiles' | 'WoodStraw'
const suffixes = {
  TemperateDry: { es: 'clima templado seco', en: 'temperate dry' },
  TemperateWet: { es: 'clima templado húmedo', en: 'temperate wet' },
  TropicalDry: { es: 'clima tropical seco', en: 'tropical dry' },
  TropicalWet: { es: 'clima tropical húmedo', en: 'tropical wet' },
} as const

/** The decay rate of a group in the climate of each municipality: the one of four legal values that applies. */
function decayOf(group: Group, id: string, { es, en }: Words): Line {
  const rate = (climate: keyof typeof suffixes) =>
    law(`${id}${climate}`, '1/year', {
      law: `ipccK${group}${climate}`,
      es: `k de ${es}, ${suffixes[climate].es}`,
      en: `k of ${en}, ${suffixes[climate].en}`,
    })
  const [a, b, c, d] = [rate('TemperateDry'), rate('TemperateWet'), rate('TropicalDry'), rate('TropicalWet')]
  return line({
    id,
    over: [municipality],
    axis: 'waste',
    unit: '1/year',
    numeral,
    detail: true,
    es: `Tasa de descomposición de ${es} (k)`,
    en: `Decay rate of ${en} (k)`,
    formula: () => eq`${temperateDry} * ${a} + ${temperateWet} * ${b} + ${tropicalDry} * ${c} + ${tropicalWet} * ${d}`,
  })
}
const foodDecay = decayOf('FoodSludge', 'foodDecay', { es: 'alimentos', en: 'food' })
const paperDecay = decayOf('PaperTextiles', 'paperDecay', { es: 'papel y textiles', en: 'paper and textiles' })
const woodDecay = decayOf('WoodStraw', 'woodDecay', { es: 'madera', en: 'wood' })

const decayRate = line({
  id: 'decayRate',
  over: [municipality, material],
  axis: 'waste',
  unit: '1/year',
  numeral,
  detail: true,
  es: 'Tasa de descomposición del material (k)',
  en: "Material's decay rate (k)",
  formula: () =>
    eq`if(${isFood}, ${foodDecay}, if(${isPaper} or ${isTextile}, ${paperDecay}, if(${isWood}, ${woodDecay}, 0))) * ${knownClimate}`,
})
export const undecayed = line({
  id: 'undecayed',
  over: [municipality, material],
  axis: 'waste',
  unit: 'share',
  numeral,
  detail: true,
  es: 'Parte que queda sin descomponer al cabo de un año',
  en: 'Share left undecayed after a year',
  formula: () => eq`exp(-(${decayRate} * ${oneYear}))`,
})
