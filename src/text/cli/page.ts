const help = '  --help                  esta ayuda'

/** A page of help: how it is written, what it does, its options and examples. */
export const page = (usage: string, about: string, options: readonly string[], examples: readonly string[]): string =>
  [
    `Uso: pfv ${usage}`,
    '',
    about,
    '',
    ...options,
    help,
    ...(examples.length > 0 ? ['', 'Ejemplos:', ...examples.map((e) => `  pfv ${e}`)] : []),
    '',
  ].join('\n')
