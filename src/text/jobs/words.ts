import type { Locale } from '../numbers.ts'
import { plain } from '../numbers.ts'
import type { Sentence } from '../viability.ts'

const both = (es: string, en: string): Sentence => ({ es, en })

/** Why a job failed. */
export const jobWords = Object.freeze({
  crashed: both(
    'El programa se detuvo varias veces en este trabajo y se dejó de intentar; pida algo más pequeño o avise.',
    'The program stopped several times at this job and gave it up; ask for something smaller or tell us.',
  ),
  fault: both(
    'Algo falló de nuestro lado y quedó registrado; indique el número del trabajo.',
    'Something failed on our side and has been logged; quote the number of the job.',
  ),
})

const nouns: Readonly<Record<string, Sentence>> = {
  simulation: both('simulación', 'draw'),
  portfolio: both('plan', 'plan'),
}

const kindNames: Readonly<Record<string, Sentence>> = {
  simulation: both('Simulación', 'Simulation'),
  portfolio: both('Portafolio', 'Portfolio'),
  workbook: both('Libro de cálculo', 'Workbook'),
  report: both('Documento', 'Document'),
}

const endings: Readonly<Record<string, Sentence>> = {
  waiting: both('en espera', 'waiting'),
  running: both('en curso', 'under way'),
  done: both('terminado', 'done'),
  failed: both('fallido', 'failed'),
  cancelled: both('cancelado', 'cancelled'),
}

/** How far a job is, in words: «Portafolio: plan 320 de 1.100». */
export function progressWords(
  { kind, state, done, items }: { kind: string; state: string; done: number; items: number },
  locale: Locale,
): string {
  const name = kindNames[kind]?.[locale] ?? kind
  const noun = nouns[kind]?.[locale]
  if (state !== 'running' || noun === undefined) return `${name}: ${endings[state]?.[locale] ?? state}`
  return `${name}: ${noun} ${plain(done, 0, locale)} ${locale === 'es' ? 'de' : 'of'} ${plain(items, 0, locale)}`
}
