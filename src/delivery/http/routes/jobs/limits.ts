import type { App } from '../../schema.ts'

/** A portfolio brings many plans: its body may be so many bytes. */
export const manyPlans = (app: App): number => (app.initialConfig.bodyLimit ?? 5_000_000) * 10
