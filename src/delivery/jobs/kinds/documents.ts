import type { Answer } from '../job.ts'
import type { Kind } from './kind.ts'

/** A workbook or a report as a job keeps it: the plan's document and what was asked of it, which were checked. */
export interface DocumentRequest {
  readonly kind: 'workbook' | 'report'
  readonly document: unknown
  readonly asked: {
    readonly alternative?: string | undefined
    readonly variant?: string | undefined
    readonly money?: 'current' | 'baseYear' | undefined
    readonly format?: 'pdf' | 'docx' | undefined
  }
}

/** Media types of what is written. */
export const documentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export const documentKind: Kind = {
  work: async ({ share, locale }, { threads, signal }) =>
    JSON.stringify(await threads.document({ request: share as DocumentRequest, locale }, signal)),
  gather: (_, [part]) => (part?.result ? (JSON.parse(part.result) as Answer) : undefined),
}
