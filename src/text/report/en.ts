import { back } from './en-back.ts'
import { front } from './en-front.ts'
import type { ReportWords } from './es.ts'

/** Words of the report in English. */
export const en: ReportWords = { ...front, ...back }
