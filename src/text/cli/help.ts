import { page } from './page.ts'

const lang = '  --lang es|en            idioma de lo que se imprime (es)'
const money = '  --money current|baseYear pesos de cada año, o del año base (current)'
const variant = '  --variant V             escenario distinto [6]; por defecto, el de base'
const file = '  ARCHIVO                 el plan en JSON; «-» lo lee de la entrada estándar'

/** What each command does, one line each. */
const commandWords = {
  validate: 'revisa un plan: todos los problemas a la vez, cada uno con su lugar',
  evaluate: 'evalúa un plan: proyecciones, tarifas, presupuesto, estados, viabilidad y orden',
  rank: 'ordena las alternativas y dice qué criterio decidió',
  explain: 'de dónde sale una cifra: fórmula, números, datos y artículo',
  adjust: 'el menor cambio que hace viable una alternativa [11.3]',
  sensitivity: 'qué datos mueven más una cifra (tornado)',
  simulate: 'con qué probabilidad es viable cada alternativa y qué puesto toma',
  chart: 'una gráfica del plan en PNG o SVG, o sus datos en CSV o JSON',
  report: 'el informe del Plan Financiero Viable en PDF, DOCX o una página HTML',
  workbook: 'el plan como libro de Excel de fórmulas vivas',
  import: 'lee de vuelta un libro de Excel, o escribe la plantilla',
  model: 'el libro de fórmulas; con --check prueba sus unidades',
  config: 'la configuración que se lee del entorno',
  keys: 'las claves con que otros usan el servicio: crear, listar, revocar',
  backup: 'copia de seguridad del almacén',
  restore: 'vuelve una copia al almacén',
  serve: 'abre el servicio HTTP',
  worker: 'hace los trabajos de un servicio sobre PostgreSQL',
} as const

export type CommandName = keyof typeof commandWords
export const commandNames = Object.keys(commandWords) as CommandName[]

const exits = [
  'Salida: 0 bien · 1 no viable (con --require-viable) · 2 datos u opciones que corregir · 3 falla del programa',
]

export const generalHelp: string = [
  'pfv · Plan Financiero Viable de los PGIRS (Resolución 1045 de 2003)',
  '',
  'Uso: pfv ORDEN [ARCHIVO] [opciones]',
  '',
  ...Object.entries(commandWords).map(([name, words]) => `  ${name.padEnd(12)}${words}`),
  '',
  '«pfv ORDEN --help» explica cada orden; «pfv --version» dice la versión.',
  'Para empezar: pfv evaluate scenarios/minimal.json',
  ...exits,
  '',
].join('\n')

/** The help of each command. */
export const commandHelp: Readonly<Record<CommandName, string>> = {
  validate: page(
    'validate ARCHIVO',
    'Revisa un plan sin evaluarlo. Si algo está mal, dice todo lo que hay que corregir, el lugar y el valor recibido.',
    [file, '  --complete              qué numerales de los capítulos 5 a 14 están completos y qué falta', lang],
    ['validate scenarios/minimal.json', 'validate - < mi-plan.json'],
  ),
  evaluate: page(
    'evaluate ARCHIVO [opciones]',
    'Evalúa el plan y lo imprime como iría en un documento para el concejo, o como datos.',
    [
      file,
      '  --alternative A         solo esa alternativa (el orden se hace siempre con todas)',
      variant,
      '  --format table|json|csv documento, resultado completo o datos en forma larga (table)',
      '  --variants population   también los escenarios de población baja y alta (low, high), si el plan no trae otros',
      money,
      '  --all-years             todos los años, no solo 0, 1, 3, 6, 10 y 15',
      '  --out SALIDA            escribe en ese archivo en vez de la pantalla',
      '  --require-viable        termina con 1 si no es viable la alternativa pedida o, sin --alternative, la primera',
      lang,
      ...exits,
    ],
    [
      'evaluate scenarios/san-pedro-valle.json | less',
      'evaluate scenarios/san-pedro-valle.json --alternative recovery --all-years',
      'evaluate scenarios/san-pedro-valle.json --format csv --out datos.csv',
    ],
  ),
  rank: page(
    'rank ARCHIVO [opciones]',
    'Ordena las alternativas por el método del plan y por los otros, y dice qué criterio decidió cada puesto [10.3].',
    [file, variant, '  --format table|json     texto o datos (table)', lang],
    ['rank scenarios/san-pedro-valle.json'],
  ),
  explain: page(
    'explain ARCHIVO --line L --year A [opciones]',
    'Muestra de dónde sale una cifra: su fórmula, los números que entran y de dónde viene cada uno.',
    [
      file,
      '  --line L                renglón del libro, por ejemplo billing («pfv model» los lista)',
      '  --year A                año, por ejemplo 2030; las cifras únicas (irr, planNpv…) no lo necesitan',
      '  --alternative A         alternativa; por defecto, la primera en el orden',
      variant,
      '  --municipality M        municipio',
      '  --class C               clase de usuario: stratum1 … stratum6, smallCommercial…',
      '  --zone Z                zona: urban o rural',
      '  --at DIMENSIÓN=MIEMBRO  cualquier otra dimensión; se puede repetir',
      '  --depth N               cuántos niveles se abren (2)',
      '  --format table|json     texto o datos (table)',
      lang,
    ],
    [
      'explain scenarios/san-pedro-valle.json --line billing --year 2030',
      'explain scenarios/san-pedro-valle.json --line userTariff --year 2030 --class stratum1 --zone urban --depth 4',
      'explain scenarios/san-pedro-valle.json --line siteDisposal --year 2030 --at site=presidente',
    ],
  ),
  adjust: page(
    'adjust ARCHIVO --alternative A --lever L [--lever …]',
    'Busca el menor cambio que hace viable una alternativa y lo imprime; con --format json da además el cambio del plan.',
    [
      file,
      '  --alternative A         alternativa que se ajusta',
      '  --lever L               qué se puede mover; se repite para mover varias cosas a la vez:',
      '                          tariff, tariffPath, municipalContribution, loan, loanTerm, subsidyFactors,',
      '                          delayInvestment, collectionEfficiency',
      '                          con detalles: tariffPath:yearlyRise=0.04,max=1.5 · delayInvestment:item=planta',
      '                          tariff:weight=2 (peso del cambio cuando se mueven varias)',
      variant,
      '  --format table|json     texto o datos (table)',
      lang,
    ],
    [
      'adjust scenarios/san-pedro-valle.json --alternative recovery --variant sin-aportes --lever tariff',
      'adjust scenarios/san-pedro-valle.json --alternative recovery --variant sin-aportes --lever tariff --lever municipalContribution',
    ],
  ),
  sensitivity: page(
    'sensitivity ARCHIVO --figure F [opciones]',
    'Mueve cada dato hacia abajo y hacia arriba y dice cuánto cambia una cifra de la alternativa, de más a menos.',
    [
      file,
      '  --figure F              cifra (planNpv), criterio (coverage), viable, test:cash o renglón:año:llaves',
      '  --share S               cuánto se mueve cada dato, en fracción (0.1)',
      '  --inputs P,P,…          datos que se mueven, por su puntero JSON: /economy/discountRate; si faltan, los de costumbre',
      '  --break-even            busca también el valor del dato con el que la cifra llega a cero o la prueba cambia',
      '  --alternative A         alternativa; por defecto, la primera en el orden',
      variant,
      '  --format table|json     texto o datos (table)',
      lang,
    ],
    [
      'sensitivity scenarios/san-pedro-valle.json --figure planNpv',
      'sensitivity scenarios/san-pedro-valle.json --figure viable --share 0.2 --inputs /economy/discountRate,/economy/inflation',
    ],
  ),
  simulate: page(
    'simulate ARCHIVO [--draws N] [--seed S] [opciones]',
    'Sortea los datos inciertos muchas veces: probabilidad de ser viable y de cada puesto, y cuantiles de caja y VPN.',
    [
      file,
      '  --draws N               simulaciones, a lo sumo 100000 (1000)',
      '  --seed S                semilla; la misma da la misma respuesta (1)',
      '  --threads T             hilos; por defecto, los núcleos. La respuesta no cambia con ellos',
      variant,
      '  --format table|json     texto o datos (table)',
      lang,
    ],
    ['simulate scenarios/san-pedro-valle.json --draws 10000 --seed 1'],
  ),
  workbook: page(
    'workbook ARCHIVO -o LIBRO.xlsx [opciones]',
    'Escribe el plan como libro de Excel: cambie un supuesto y todo el libro lo sigue.',
    [
      file,
      '  -o, --out LIBRO.xlsx    archivo en que se escribe',
      '  --alternative A         alternativa; por defecto, la primera en el orden',
      variant,
      money,
      '  --comparison            todas las alternativas lado a lado, en vez de una',
      lang,
    ],
    ['workbook scenarios/san-pedro-valle.json -o plan.xlsx'],
  ),
  import: page(
    'import LIBRO.xlsx -o PLAN.json [opciones]',
    'Lee la hoja Supuestos de un libro de este programa y escribe el plan.',
    [
      '  LIBRO.xlsx              el libro que se lee; con --template, el que se escribe',
      '  -o, --out PLAN.json     archivo en que se escribe el plan',
      '  --template              escribe una plantilla en blanco',
      lang,
    ],
    ['import plan.xlsx -o plan.json', 'import plantilla.xlsx --template'],
  ),
  chart: page(
    'chart ARCHIVO GRÁFICA -o SALIDA [opciones]',
    'Dibuja una gráfica del plan; la terminación de la salida dice el formato: .png, .svg, .csv o .json.',
    [
      file,
      '  GRÁFICA                 population, population-methods, subscribers, generation, mass-balance, landfill, tariffs,',
      '                          subsidy-balance, costs, budget, funding, income-statement, cash-flow, balance-sheet,',
      '                          debt-service, npv, criteria, ranking, affordability, tornado, fan',
      '                          o all: todas, en un archivo .zip',
      '  -o, --out SALIDA        archivo en que se escribe',
      '  --alternative A         alternativa; por defecto, la primera en el orden',
      variant,
      '  --width N --height N    tamaño, de 16 a 4000 (1200 × 675)',
      '  --scale N               píxeles por unidad de un PNG, de 1 a 3 (1)',
      '  --theme light|dark|print',
      money,
      '  --figure F --share S    cifra del tornado (planNpv) y cuánto se mueve cada dato (0.1)',
      '  --draws N --seed S      sorteos del abanico (200) y semilla (1)',
      lang,
    ],
    [
      'chart scenarios/san-pedro-valle.json cash-flow -o caja.png',
      'chart scenarios/san-pedro-valle.json all -o graficas.zip',
      'chart scenarios/san-pedro-valle.json tornado --figure planNpv -o tornado.svg',
    ],
  ),
  report: page(
    'report ARCHIVO -o informe.pdf [opciones]',
    'Escribe el informe de una alternativa en el orden del artículo 6; el formato lo dice la terminación del archivo.',
    [
      file,
      '  -o, --out INFORME       el archivo: .pdf, .docx o .html (una sola página que se abre sin conexión)',
      '  --alternative A         de qué alternativa; por defecto, la primera de la jerarquización',
      variant,
      '  --locale es|en          idioma del informe (es)',
      money,
      '  --draws N               con una simulación de N sorteos',
      '  --seed S                semilla de los sorteos (1)',
      lang,
    ],
    ['report scenarios/san-pedro-valle.json -o informe.pdf', 'report mi-plan.json -o informe.docx --money baseYear'],
  ),
  model: page(
    'model [--check]',
    'Imprime el libro de fórmulas: renglón, unidad, numeral y fórmula, por capítulos.',
    [
      '  --check                 prueba que las unidades de cada fórmula cuadren; termina con 3 si alguna no',
      '  --format table|json     texto o datos (table)',
      lang,
    ],
    ['model --check', 'model | less'],
  ),
  config: page(
    'config',
    'Imprime la configuración que se lee de las variables de entorno, y avisa si alguna no sirve.',
    [],
    [],
  ),
  keys: page(
    'keys create|list|revoke [ID] [opciones]',
    'Administra las claves del servicio. El secreto de una clave se muestra una sola vez, al crearla; guárdelo.',
    [
      '  create                  crea una clave y escribe su secreto en una línea',
      '  list                    las claves, sin sus secretos',
      '  revoke ID               revoca una clave desde ya y para siempre',
      '  --name NOMBRE           de quién es o para qué (al crear)',
      '  --scope read|write|admin  read consulta y calcula, write también guarda, admin también administra claves (read)',
      '  --workspace ESPACIO     espacio de trabajo; lo de uno no lo ve otro (local)',
    ],
    ['keys create --name "Alcaldía de San Pedro" --scope write', 'keys list', 'keys revoke key-0123456789abcdef'],
  ),
  backup: page(
    'backup ARCHIVO',
    'Copia el almacén, también con el servicio andando, y revisa la copia. Nunca reemplaza un archivo.',
    ['  ARCHIVO                 .jsonl: líneas JSON, que vuelven a cualquier motor; otro nombre: un archivo de SQLite'],
    ['backup copia.db', 'backup copia.jsonl'],
  ),
  restore: page(
    'restore ARCHIVO [--force]',
    'Vuelve una copia al almacén: entra toda o no entra nada. Detenga antes el servicio.',
    ['  --force                 borra antes lo que el almacén tenga'],
    ['restore copia.db', 'restore copia.jsonl --force'],
  ),
  worker: page(
    'worker',
    'Hace los trabajos (simulaciones, portafolios, libros, documentos) que recibe un servicio sobre PostgreSQL. Puede haber varios, en varias máquinas. Termina con SIGTERM: lo que estaba haciendo lo toma otro.',
    [
      '  DATABASE_URL            dirección de PostgreSQL, la misma del servicio (obligatoria)',
      '  PFV_WORKERS             hilos; por defecto, los núcleos',
      'Salida: 0 terminó como se pidió · 2 configuración que corregir · 3 falla del programa',
    ],
    ['worker'],
  ),
  serve: page(
    'serve',
    'Abre el servicio HTTP. HOST y PORT dicen dónde; «pfv config» muestra la configuración.',
    [],
    ['serve'],
  ),
}
