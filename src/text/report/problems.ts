import type { Sentence } from '../viability.ts'

const named = {
  alternative: { es: 'La alternativa', en: 'alternative' },
  variant: { es: 'El escenario', en: 'variant' },
  entity: { es: 'La entidad', en: 'entity' },
} as const

/** What is said where a report is asked of something that the plan does not have. */
export const unknownInPlan = (
  field: keyof typeof named,
  { received, known }: { received: string; known: readonly string[] },
): Sentence => ({
  es: `${named[field].es} «${received}» no existe en este plan; debe ser una de: ${known.join(', ')}.`,
  en: `There is no ${named[field].en} "${received}" in this plan; it must be one of: ${known.join(', ')}.`,
})
