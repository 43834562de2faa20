import type { Locale } from '../../../../text/numbers.ts'
import { chapterWords } from '../../../../text/web/chapter.ts'
import type { Document } from '../../state/api.ts'

/** A plan with nothing typed yet: one municipality that goes on as today, its programmes ready to take costs. */
export function blankPlan(locale: Locale): Document {
  const { guide } = chapterWords[locale]
  const project = (program: keyof typeof guide.projects) => ({
    id: program,
    name: guide.projects[program],
    program,
    costs: [],
  })
  return {
    schemaVersion: '1',
    name: guide.untitled,
    norm: 'resolution-754-2014',
    baseYear: new Date().getFullYear() - 1,
    economy: {},
    territory: {
      municipalities: [{ id: 'municipio', users: [], waste: { perCapita: {} }, tariff: { method: 'reference' } }],
    },
    alternatives: [
      {
        id: 'como-hoy',
        name: guide.statusQuo,
        statusQuo: true,
        projects: [project('collection'), project('sweeping'), project('disposal'), project('commercial')],
        sites: [],
      },
    ],
  }
}
