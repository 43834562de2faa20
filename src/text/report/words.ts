import type { Locale } from '../numbers.ts'
import { en } from './en.ts'
import type { ReportWords } from './es.ts'
import { es } from './es.ts'

export const reportWords: Readonly<Record<Locale, ReportWords>> = Object.freeze({ es, en })
