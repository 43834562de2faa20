interface Words {
  readonly es: string
  readonly en: string
}

/** What is said where a chart cannot be drawn. */
export const chartProblems = {
  unknown: (
    field: 'alternative' | 'variant',
    { received, known }: { received: string | undefined; known: readonly string[] },
  ): Words => {
    const list = known.join(', ')
    return field === 'alternative'
      ? {
          es: `La alternativa «${received ?? ''}» no existe en este plan; debe ser una de: ${list}.`,
          en: `There is no alternative "${received ?? ''}" in this plan; it must be one of: ${list}.`,
        }
      : {
          es: `El escenario «${received ?? ''}» no existe en este plan; debe ser uno de: ${list}.`,
          en: `There is no variant "${received ?? ''}" in this plan; it must be one of: ${list}.`,
        }
  },
  tooLarge: (millions: number): Words => ({
    es: `La imagen pasa de ${millions} millones de píxeles: baje width, height o scale.`,
    en: `The picture has more than ${millions} million pixels: lower width, height or scale.`,
  }),
  notRun: (chart: string): Words =>
    chart === 'tornado'
      ? {
          es: 'El tornado dibuja un análisis de sensibilidad: diga en «figure» de qué cifra, por ejemplo planNpv.',
          en: 'The tornado draws a sensitivity study: say of which figure in "figure", for example planNpv.',
        }
      : {
          es: 'El abanico dibuja una simulación: diga en «draws» con cuántos sorteos, por ejemplo 200.',
          en: 'The fan draws a simulation: say with how many draws in "draws", for example 200.',
        },
}
