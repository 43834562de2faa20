import { back } from './es-back.ts'
import { front } from './es-front.ts'

/** Words of the report in Spanish; their shape binds the other language. */
export const es = { ...front, ...back }

export type ReportWords = typeof es
