/** A module that a process loads before the service: its clock jumps by CLOCK_JUMP ms at every SIGUSR2. */
const source = `
const real = Date
let ahead = 0
process.on('SIGUSR2', () => { ahead += Number(process.env.CLOCK_JUMP) })
globalThis.Date = class extends real {
  constructor(...given) { if (given.length > 0) super(...given); else super(real.now() + ahead) }
  static now() { return real.now() + ahead }
}`

export const movableClock = `data:text/javascript,${encodeURIComponent(source)}`
