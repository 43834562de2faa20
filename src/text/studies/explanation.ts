const among = (known: readonly string[], es: boolean): string =>
  known.length === 0 ? '' : `${es ? ' Hay: ' : ' There are: '}${known.join(', ')}.`

/** Why a question «¿de dónde sale?» cannot be answered. */
export const explanationProblems = Object.freeze({
  unknown: (received: string, known: readonly string[]) => ({
    es: `«${received}» no está en este plan.${among(known, true)}`,
    en: `"${received}" is not in this plan.${among(known, false)}`,
  }),
})
