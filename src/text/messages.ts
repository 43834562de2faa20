import type { Sentence } from './viability.ts'

const both = (es: string, en: string): Sentence => ({ es, en })

/** Warnings of a result: what was left undefined, not judged or not confirmed. */
export const resultWarnings = Object.freeze({
  undefinedLine: (label: Sentence, reason: Sentence): Sentence =>
    both(
      `«${label.es}» no tiene valor en algún caso: ${reason.es}.`,
      `"${label.en}" has no value in some case: ${reason.en}.`,
    ),
  zeroDivisor: both('el divisor es cero', 'the divisor is zero'),
  missingInput: (label: Sentence): Sentence => both(`falta «${label.es}»`, `"${label.en}" is missing`),
  byDefinition: both('no está definida allí', 'it is not defined there'),
  notEvaluated: (id: string, reason: Sentence): Sentence =>
    both(`La prueba «${id}» no se evaluó. ${reason.es}`, `The test "${id}" was not evaluated. ${reason.en}`),
  recalledLaw: (title: string, article: string): Sentence =>
    both(
      `El valor legal «${title}» (${article}) no está confirmado en su texto; verifíquelo.`,
      `The legal value "${title}" (${article}) is not confirmed in its text; verify it.`,
    ),
  costRecoveryShort: (share: string): Sentence =>
    both(
      `La tarifa por recuperación de costos no cubre la cartera perdida ni el impuesto, que toman ${share} de los ingresos.`,
      `The cost-recovery tariff does not cover bad debt and tax, which take ${share} of income.`,
    ),
})
