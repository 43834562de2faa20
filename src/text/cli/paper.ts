import type { Locale } from '../numbers.ts'
import { en } from './paper-en.ts'
import type { PaperWords } from './paper-es.ts'
import { es } from './paper-es.ts'

/** Words of the printed plan, of rankings and warnings, in the language asked for. */
export const paperWords: Readonly<Record<Locale, PaperWords>> = { es, en }
