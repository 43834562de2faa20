import { plain } from './numbers.ts'
import { screeningQuestions } from './studies/choice.ts'

interface Words {
  es: string
  en: string
}

/** What a reader of the plan should know although no rule is broken. */
export const warningProblems = {
  'repealed-norm': (): Words => ({
    es: 'La Resolución 1045 de 2003 fue derogada por la 754 de 2014; con año base posterior a 2014 use «norm»: «resolution-754-2014».',
    en: 'Resolution 1045 of 2003 was repealed by 754 of 2014; with a base year after 2014 use "norm": "resolution-754-2014".',
  }),
  'discount-rate-basis-missing': (): Words => ({
    es: 'No se dice de qué estudio sale la tasa de descuento [11.3]; escríbalo en «discountRateBasis».',
    en: 'It is not said which study the discount rate comes from [11.3]; write it in "discountRateBasis".',
  }),
  'no-status-quo': (): Words => ({
    es: 'Ninguna alternativa es seguir como hoy; marque una con «statusQuo»: true para comparar.',
    en: 'No alternative is going on as today; mark one with "statusQuo": true to compare.',
  }),
  'site-unlimited': (): Words => ({
    es: 'El sitio no tiene «capacity» y se toma como ilimitado; dé los m³ que le quedan si los conoce.',
    en: 'The site has no "capacity" and is taken as unlimited; give the m³ it has left if you know them.',
  }),
  'few-financial-years': (): Words => ({
    es: 'El prestador tiene menos de dos años de estados financieros [5.5.2]; agregue los que falten en «financial».',
    en: 'The provider has fewer than two years of financial statements [5.5.2]; add those missing in "financial".',
  }),
  'source-pointer': (): Words => ({
    es: 'La fuente señala un lugar que no existe en el documento; escriba un JSON Pointer que exista, por ejemplo «/economy/inflation».',
    en: 'The source points to a place that does not exist in the document; write a JSON Pointer that exists, for example "/economy/inflation".',
  }),
  'ignored-field': (field: string, reason: { es: string; en: string }): Words => ({
    es: `El campo «${field}» no se usa ${reason.es}; puede quitarlo.`,
    en: `The field "${field}" is not used ${reason.en}; you may take it out.`,
  }),
  'users-assumed': (field: 'served' | 'billed'): Words =>
    field === 'served'
      ? {
          es: 'No se dan los usuarios servidos (U) y se toman todos los domicilios; escriba «served».',
          en: 'The users served (U) are not given and all dwellings are taken; write "served".',
        }
      : {
          es: 'No se dan los usuarios facturados (Ufac) y se toman todos los servidos; escriba «billed».',
          en: 'The users billed (Ufac) are not given and all those served are taken; write "billed".',
        },
  'per-capita-missing': (zone: string): Words => ({
    es: `No se da la producción per cápita de la zona ${zone === 'urban' ? 'urbana' : 'rural'} y se toma cero; escriba «perCapita.${zone}» en kg/habitante·día.`,
    en: `The waste per person of the ${zone} zone is not given and zero is taken; write "perCapita.${zone}" in kg/inhabitant·day.`,
  }),
  'composition-missing': (municipality: string): Words => ({
    es: `Se aprovechan residuos del municipio «${municipality}» pero no se da su composición; sin «waste.composition» no se recupera nada.`,
    en: `Waste of the municipality "${municipality}" is recovered but its composition is not given; without "waste.composition" nothing is recovered.`,
  }),
  'cra-720-small': (municipality: string, subscribers: number, most: number): Words => ({
    es: `${municipality} tiene ${plain(subscribers, 0, 'es')} suscriptores urbanos y la Resolución CRA 720 de 2015 es para más de ${plain(most, 0, 'es')}; le aplica la Resolución CRA 853 de 2018: entre su estudio con el método «formula» o «reference».`,
    en: `${municipality} has ${plain(subscribers, 0, 'en')} urban subscribers and Resolución CRA 720 of 2015 is for more than ${plain(most, 0, 'en')}; Resolución CRA 853 of 2018 applies to it: enter its study by the method "formula" or "reference".`,
  }),
  'screening-unknown': (question: string): Words => ({
    es: `La pregunta de prefactibilidad «${screeningQuestions[question]?.es ?? question}» quedó sin respuesta y se deja pasar; respóndala con true o false en «${question}».`,
    en: `The pre-feasibility question "${screeningQuestions[question]?.en ?? question}" is unanswered and let pass; answer it with true or false in "${question}".`,
  }),
} as const
