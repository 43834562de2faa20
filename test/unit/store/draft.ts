import type { Draft } from '../../../src/delivery/store/draft.ts'
import { draftOf } from '../../../src/delivery/store/draft.ts'

/** A plan that is only begun, ready to be stored. */
export const draft = (name: string, town = 'Bogotá'): Draft =>
  draftOf({ name, territory: { municipalities: [{ id: 'x', name: town }] } }) as Draft
