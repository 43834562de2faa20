/** What a numeral of chapters 5–14 asks, and where the document holds it. */
export interface Numeral {
  readonly numeral: string
  readonly es: string
  readonly en: string
  /** Pointers; `*` stands for every member of a list. All of them filled is filled. */
  readonly at: readonly string[]
  /** The book works it out once the pointers are filled. */
  readonly computed?: boolean
  /** The numeral asks for a description that no figure needs: it goes in the report's text. */
  readonly text?: boolean
  /** Only asked of plans that have this. */
  readonly onlyWith?: string
}

const town = '/territory/municipalities/*'
const alternative = '/alternatives/*'
const n = (
  numeral: string,
  words: readonly [string, string],
  at: readonly string[],
  more: Partial<Numeral> = {},
): Numeral => ({ numeral, es: words[0], en: words[1], at, ...more })

/** The numerals of the resolution's methodology from the diagnosis on, in their order. */
export const numerals: readonly Numeral[] = Object.freeze([
  n(
    '5.1.1',
    ['Temperatura, precipitación y evapotranspiración', 'Temperature, rain and evapotranspiration'],
    [`${town}/climate/temperatureC`, `${town}/climate/rainMm`, `${town}/climate/evapotranspirationMm`],
  ),
  n('5.1.2', ['Geología', 'Geology'], [], { text: true }),
  n('5.1.3', ['Usos del suelo', 'Land use'], [`${town}/landUse`]),
  n('5.1.4', ['Geografía regional y vías', 'Regional geography and roads'], [], { text: true }),
  n('5.1.5', ['Demografía y densidades', 'Demography and densities'], [`${town}/censuses`, `${town}/sectors`]),
  n(
    '5.1.6',
    ['Ingresos del ente territorial', "Territorial entity's income"],
    [`${town}/publicFinance/currentRevenue`, `${town}/publicFinance/transfers`, `${town}/publicFinance/propertyTax`],
  ),
  n('5.2.1', ['Actividades económicas', 'Economic activities'], [], { text: true }),
  n('5.2.2', ['Industrias y comercio que aprovechan residuos', 'Industry and trade that can use waste'], [], {
    text: true,
  }),
  n('5.2.3', ['Áreas degradadas', 'Degraded areas'], [], { text: true }),
  n('5.2.4', ['Ingreso per cápita', 'Income per person'], [`${town}/incomePerCapita`]),
  n('5.2.5', ['Estratificación', 'Strata'], [`${town}/users`]),
  n(
    '5.2.6',
    ['Capacidad y disponibilidad de pago', 'Ability and willingness to pay'],
    [`${town}/householdIncome`, `${town}/willingnessToPay`],
  ),
  n('5.2.7', ['Organizaciones de recicladores', 'Recyclers’ organisations'], [`${town}/diagnosis/recyclers`]),
  n('5.2.8', ['Comités de desarrollo y control social', 'Social control committees'], [], { text: true }),
  n('5.2.9', ['Recicladores con empleo formal', 'Recyclers in formal jobs'], [`${town}/diagnosis/recyclers`], {
    computed: true,
  }),
  n('5.3.1', ['Impactos ambientales', 'Environmental impacts'], [], { text: true }),
  n('5.3.2', ['Autorizaciones ambientales', 'Environmental permits'], [`${alternative}/sites/*/licence`], {
    onlyWith: `${alternative}/sites/0`,
  }),
  n('5.3.3', ['Vida útil del relleno', "Landfill's life"], [`${alternative}/sites/*/capacity`], {
    computed: true,
    onlyWith: `${alternative}/sites/0`,
  }),
  n('5.3.4', ['Fuentes de agua cercanas', 'Nearby water sources'], [`${town}/diagnosis/disposal`]),
  n('5.3.5', ['Vertimiento de lixiviados', 'Leachate discharge'], [`${town}/diagnosis/disposal`]),
  n('5.3.6', ['Sistema de gestión ambiental', 'Environmental management system'], [], { text: true }),
  n('5.3.7', ['Poblaciones afectadas', 'Communities affected'], [`${alternative}/affected`]),
  n('5.4.1', ['Presentación de los residuos', 'Presentation of waste'], [`${town}/users`], { computed: true }),
  n('5.4.2', ['Recolección y transporte', 'Collection and haul'], [`${town}/diagnosis/collection`], { computed: true }),
  n('5.4.3', ['Barrido y limpieza', 'Sweeping and cleaning'], [`${town}/sweeping`, `${town}/diagnosis/sweeping`], {
    computed: true,
  }),
  n('5.4.4', ['Tratamiento y aprovechamiento', 'Treatment and recovery'], [`${town}/diagnosis/recovery`], {
    computed: true,
  }),
  n('5.4.5', ['Disposición final', 'Final disposal'], [`${town}/diagnosis/disposal`], { computed: true }),
  n('5.4.6', ['Residuos especiales', 'Special waste'], [`${town}/waste/streams`]),
  n('5.4.7', ['Servicio en el área rural', 'Service in the rural area'], [`${town}/waste/perCapita/rural`]),
  n('5.5.1', ['Diagnóstico administrativo', 'Administrative diagnosis'], ['/providers/*/staff', '/providers/*/kind']),
  n(
    '5.5.2',
    ['Sistema financiero y económico', 'Financial and economic system'],
    ['/providers/*/financial', `${town}/diagnosis/annualCosts`, `${town}/tariff`, `${town}/subsidies`],
    { computed: true },
  ),
  n(
    '5.5.3',
    ['Sistema comercial', 'Commercial system'],
    [`${town}/users`, `${town}/collectionEfficiency`, '/providers/*/complaints'],
    { computed: true },
  ),
  n('5.6', ['Análisis de brecha', 'Gap analysis'], ['/plan/gaps']),
  n('6.1', ['Población', 'Population'], [`${town}/censuses`], { computed: true }),
  n('6.2', ['Suscriptores por estrato', 'Subscribers by stratum'], [`${town}/users`], { computed: true }),
  n('6.3', ['Generación de residuos', 'Waste generation'], [`${town}/waste/perCapita`, `${town}/waste/composition`], {
    computed: true,
  }),
  n('6.4', ['Zonas de expansión urbana', 'Urban expansion areas'], [`${town}/expansion`]),
  n('6.5', ['Industria', 'Industry'], [`${town}/landUse/industrial`]),
  n('6.6', ['Comercio', 'Trade'], [`${town}/landUse/commercial`]),
  n('7', ['Objetivos y metas generales', 'General goals'], ['/plan/goals']),
  n('8', ['Conciliación con las políticas', 'Conciliation with policy'], ['/plan/goals/*/policy']),
  n(
    '9',
    ['Objetivos y metas por programas', 'Goals by programme'],
    ['/plan/goals/*/program', `${alternative}/projects/*/program`],
  ),
  n(
    '10.1',
    ['Formulación de alternativas', 'Formulation of alternatives'],
    [`${alternative}/name`, `${alternative}/projects`, `${alternative}/benefited`],
  ),
  n('10.2', ['Prefactibilidad', 'Pre-feasibility'], [`${alternative}/screening`], { computed: true }),
  n('10.3', ['Factibilidad y jerarquización', 'Feasibility and ranking'], [`${alternative}/measures`], {
    computed: true,
  }),
  n(
    '11.1',
    ['Actividades y cronograma', 'Activities and schedule'],
    [`${alternative}/projects/*/startYear`, `${alternative}/projects/*/responsible`],
  ),
  n('11.2', ['Presupuesto y plan de inversiones', 'Budget and investment plan'], [`${alternative}/projects/*/costs`], {
    computed: true,
  }),
  n(
    '11.3',
    ['Plan Financiero Viable', 'Viable financial plan'],
    ['/economy/discountRate', '/economy/discountRateBasis'],
    { computed: true },
  ),
  n('12', ['Plan de contingencias', 'Contingency plan'], ['/plan/contingency']),
  n('13', ['Seguimiento y control', 'Follow-up and control'], ['/plan/goals/*/indicator', '/plan/terms']),
  n(
    '14',
    ['Integración con los prestadores', 'Integration with providers'],
    [`${alternative}/projects/*/costs/*/entity`, '/providers'],
  ),
])
