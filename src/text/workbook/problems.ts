import type { Sentence } from '../viability.ts'

/** What is wrong with a workbook that was sent, and what to do. */
export const workbookProblems = {
  'not-zip': {
    es: 'El archivo no es un libro de Excel (.xlsx). Envíe el libro que hizo este programa o su plantilla.',
    en: 'The file is not an Excel workbook (.xlsx). Send the workbook that this program made, or its template.',
  },
  damaged: {
    es: 'El libro está dañado y no se puede leer. Ábralo en Excel, guárdelo de nuevo como .xlsx y envíelo otra vez.',
    en: 'The workbook is damaged and cannot be read. Open it in Excel, save it again as .xlsx and send it once more.',
  },
  'not-ours': {
    es: 'El libro no tiene la hoja Supuestos de este programa. Envíe un libro hecho por él, o llene su plantilla.',
    en: "The workbook lacks this program's sheet of assumptions. Send one that it made, or fill in its template.",
  },
  bomb: {
    es: 'El libro ocupa demasiado al abrirse (más de 200 MB). Quítele hojas, imágenes y formatos que no sean del plan.',
    en: 'The workbook takes too much once opened (over 200 MB). Remove sheets, pictures and formats that are not of the plan.',
  },
  'too-large': {
    es: 'El archivo pasa de 20 MB. Quítele lo que no sea del plan, o envíe solo la hoja Supuestos.',
    en: 'The file is larger than 20 MB. Remove what is not of the plan, or send the sheet of assumptions alone.',
  },
} as const satisfies Record<string, Sentence>

export const cellProblems = {
  number: (cell: string): Sentence => ({
    es: `La celda ${cell} debe tener un número.`,
    en: `Cell ${cell} must hold a number.`,
  }),
  flag: (cell: string): Sentence => ({
    es: `La celda ${cell} debe decir VERDADERO o FALSO.`,
    en: `Cell ${cell} must say TRUE or FALSE.`,
  }),
  empty: (cell: string): Sentence => ({
    es: `La celda ${cell} está vacía: escriba el dato, o quite la fila si no lo tiene.`,
    en: `Cell ${cell} is empty: write the datum, or remove the row where there is none.`,
  }),
  kind: (cell: string): Sentence => ({
    es: `La celda ${cell} no dice un tipo que se conozca; copie el de una fila parecida.`,
    en: `Cell ${cell} does not name a known kind; copy it from a similar row.`,
  }),
  pointer: (cell: string): Sentence => ({
    es: `La celda ${cell} no es un puntero, o repite el de otra fila.`,
    en: `Cell ${cell} is not a pointer, or repeats that of another row.`,
  }),
  at: (cell: string, sentence: Sentence): Sentence => ({
    es: `Celda ${cell}: ${sentence.es}`,
    en: `Cell ${cell}: ${sentence.en}`,
  }),
  size: {
    es: 'El libro pasaría de 200.000 fórmulas. Pida menos años de residuos («horizon»), o un plan por municipio.',
    en: 'The workbook would hold more than 200,000 formulas. Ask for fewer waste years ("horizon"), or a plan by municipality.',
  },
} as const
