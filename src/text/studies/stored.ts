/** What is said of stored plans and their addresses. */
export const storedProblems = {
  cursor: {
    es: 'El cursor no es de esta lista: use el «next» de la página anterior, con la misma búsqueda.',
    en: 'The cursor is not of this list: use the "next" of the page before, with the same search.',
  },
  notKeepable: {
    es: 'Se guarda un objeto JSON de hasta 64 niveles y con números finitos.',
    en: 'What is stored is a JSON object of at most 64 levels, with finite numbers.',
  },
  question: {
    es: 'El cuerpo debe ser un objeto con las opciones del estudio; el plan ya está guardado.',
    en: 'The body must be an object with the options of the study; the plan is already stored.',
  },
  twoPlans: {
    es: 'Aquí sobra un plan: diga uno solo, el guardado o el que envía.',
    en: 'There is a plan too many: name one, the stored one or the one you send.',
  },
  unknown: {
    es: 'No hay un plan guardado con ese número y esa versión.',
    en: 'There is no stored plan of that id and version.',
  },
  unknownMember: { es: 'El plan no tiene nada con ese nombre.', en: 'The plan has nothing of that name.' },
} as const
