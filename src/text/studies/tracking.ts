import type { Locale } from '../numbers.ts'
import { percent, plain } from '../numbers.ts'

/** What is said of observations and of the difference between the plan and what happened [13]. */
export const trackingWords = {
  noLine: (line: string) => ({
    es: `El plan no tiene el renglón «${line}»; los que hay están en /v1/model/lines.`,
    en: `The plan has no line "${line}"; those there are stand in /v1/model/lines.`,
  }),
  noYear: (baseYear: number) => ({
    es: `El año debe estar entre el año base (${baseYear}) y el último del renglón.`,
    en: `The year must be between the base year (${baseYear}) and the last of the line.`,
  }),
  noPlace: (known: readonly string[]) => ({
    es: `El renglón no tiene ese lugar, o tiene varios que no se suman. Por ejemplo: ${known.join(', ')}.`,
    en: `The line has no such place, or has several that do not add up. For example: ${known.join(', ')}.`,
  }),
  levels: {
    inPlan: { es: 'dentro del plan', en: 'within the plan' },
    alert: { es: 'alerta', en: 'alert' },
    substantial: { es: 'variación sustancial', en: 'substantial variation' },
  },
} as const

interface Evidence {
  readonly year: number
  readonly label: string
  readonly unit: string
  readonly planned: number | null
  readonly observed: number
  readonly relative: number | null
  readonly level: keyof typeof trackingWords.levels
  readonly source: string
}

/** The technical document that chapter 13 asks of a modification, as it is written out. */
export interface ModificationText {
  readonly plan: string
  readonly alternative: string
  readonly ground: string
  readonly evidence: readonly Evidence[]
  readonly figures: readonly {
    readonly figure: string
    readonly before: number | null
    readonly after: number | null
  }[]
}

export function groundOf(
  count: number,
  locale: Locale,
  { alert, substantial }: { alert: number; substantial: number },
): string {
  const [low, high] = [percent(alert, locale), percent(substantial, locale)]
  if (locale === 'en') {
    return count > 0
      ? `${count === 1 ? 'One observed figure differs' : `${count} observed figures differ`} from the plan by ${high} or more, which is a substantial variation: the plan is to be modified [13].`
      : `No observed figure differs from the plan by ${high} or more; those beyond ${low} are watched. Nothing obliges to modify the plan [13].`
  }
  return count > 0
    ? `${count === 1 ? 'Una cifra observada se aparta' : `${count} cifras observadas se apartan`} del plan ${high} o más, lo que es una variación sustancial: procede modificar el plan [13].`
    : `Ninguna cifra observada se aparta del plan ${high} o más; las que pasan de ${low} quedan en vigilancia. Nada obliga a modificar el plan [13].`
}

/** The document as Markdown. */
export function modificationMarkdown(text: ModificationText, locale: Locale): string {
  const es = locale === 'es'
  const cell = (value: string): string => value.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')
  const number = (value: number | null): string => plain(value, 2, locale)
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  const line = (count: number): string => row(Array.from({ length: count }, () => '---'))
  return [
    `# ${es ? 'Documento técnico de la modificación' : 'Technical document of the modification'} [13]`,
    '',
    `${es ? 'Plan' : 'Plan'}: ${cell(text.plan)}. ${es ? 'Alternativa' : 'Alternative'}: ${cell(text.alternative)}.`,
    '',
    `## ${es ? 'Fundamento' : 'Ground'}`,
    '',
    text.ground,
    '',
    `## ${es ? 'Evidencia' : 'Evidence'}`,
    '',
    row(
      es
        ? ['Año', 'Renglón', 'Unidad', 'Plan', 'Real', 'Diferencia', 'Juicio', 'Fuente']
        : ['Year', 'Line', 'Unit', 'Plan', 'Observed', 'Difference', 'Judgement', 'Source'],
    ),
    line(8),
    ...text.evidence.map((one) =>
      row([
        ...[String(one.year), one.label, one.unit, number(one.planned), number(one.observed)],
        ...[percent(one.relative, locale), trackingWords.levels[one.level][locale], one.source],
      ]),
    ),
    '',
    `## ${es ? 'Cifras antes y después' : 'Figures before and after'}`,
    '',
    row(es ? ['Cifra', 'Antes', 'Después'] : ['Figure', 'Before', 'After']),
    line(3),
    ...text.figures.map((one) => row([one.figure, number(one.before), number(one.after)])),
    '',
  ].join('\n')
}
