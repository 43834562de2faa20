import type { Sentence } from './viability.ts'

/** Sentences of the deadlines of Resolución 1045 de 2003. */
export const deadlineWords = Object.freeze({
  terms: (years: number): Sentence => ({
    es: `El plan es a ${years} años y sus fases siguen los planes de desarrollo municipal (art. 8): dé los periodos en «plan.terms».`,
    en: `The plan runs ${years} years and its phases follow the municipal development plans (art. 8): give the terms in "plan.terms".`,
  }),
  start: (municipality: string, day: string): Sentence => ({
    es: `${municipality} debe iniciar la ejecución del PGIRS a más tardar el ${day} (art. 10, modificado por la Resolución 477 de 2004).`,
    en: `${municipality} must start carrying out its PGIRS by ${day} (art. 10, as amended by Resolución 477 de 2004).`,
  }),
  copy: (adopted: string, months: number): Sentence => ({
    es: `Adoptado el ${adopted}, el plan se envía en copia a la autoridad ambiental dentro de los ${months} meses siguientes (art. 12).`,
    en: `Adopted on ${adopted}, a copy of the plan goes to the environmental authority within ${months} months (art. 12).`,
  }),
  dump: (site: string, day: string): Sentence => ({
    es: `«${site}» es un botadero y debía clausurarse o adecuarse a relleno a más tardar el ${day} (art. 13).`,
    en: `"${site}" is a dump and had to be closed or turned into a landfill by ${day} (art. 13).`,
  }),
})
