import type { Locale } from '../numbers.ts'

const es = { alternative: 'Alternativa', variant: 'Escenario', base: 'El plan como está' }
const en: typeof es = { alternative: 'Alternative', variant: 'Scenario', base: 'The plan as it is' }

export const pickWords: Readonly<Record<Locale, typeof es>> = { es, en }
