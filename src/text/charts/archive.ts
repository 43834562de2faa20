import type { Locale } from '../numbers.ts'

interface About {
  readonly name: string
  readonly alternative: string
  readonly hash: string
  readonly model: string
}

interface ArchiveWords {
  readonly readme: string
  readonly about: (of: About) => string
}

export const archiveWords: Readonly<Record<Locale, ArchiveWords>> = {
  es: {
    readme: 'LEAME.txt',
    about: ({ name, alternative, hash, model }) =>
      [
        `Gráficas de «${name}», alternativa «${alternative}».`,
        `Plan ${hash}`,
        `Modelo ${model}`,
        '',
        'Cada gráfica está como imagen (.png), como dibujo que se agranda sin perder nitidez (.svg) y como los números',
        'que dibuja (.csv, separados por coma y con punto decimal). El tornado y el abanico se piden aparte, con su estudio.',
      ].join('\r\n'),
  },
  en: {
    readme: 'README.txt',
    about: ({ name, alternative, hash, model }) =>
      [
        `Charts of "${name}", alternative "${alternative}".`,
        `Plan ${hash}`,
        `Model ${model}`,
        '',
        'Each chart comes as a picture (.png), as a drawing that stays sharp at any size (.svg) and as the numbers it',
        'draws (.csv, separated by commas, decimal points). The tornado and the fan are asked for apart, with their study.',
      ].join('\r\n'),
  },
}
