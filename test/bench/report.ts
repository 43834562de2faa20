import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { reportOf } from '../../src/delivery/report/report.ts'
import { readPlan } from '../../src/study/read-plan.ts'

export interface ReportTime {
  readonly format: 'pdf' | 'docx'
  readonly seconds: number
  readonly megabytes: number
}

/** How long the report of San Pedro takes in each format, its studies counted. */
export async function reportTimes(): Promise<ReportTime[]> {
  const file = new URL('../../scenarios/san-pedro-valle.json', import.meta.url)
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const read = readPlan(document)
  if (!read.ok) throw new Error(read.problems[0]?.en)
  const times: ReportTime[] = []
  for (const format of ['pdf', 'docx'] as const) {
    const start = performance.now()
    const { length } = await reportOf({ scenario: read.scenario, document }, { format, locale: 'es' })
    times.push({ format, seconds: (performance.now() - start) / 1000, megabytes: length / 1e6 })
  }
  return times
}
