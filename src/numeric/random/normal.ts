/** Sum of c[i]·xⁱ. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (let i = coefficients.length - 1; i >= 0; i -= 1) sum = sum * x + (coefficients[i] as number)
  return sum
}

const central = {
  top: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  bottom: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
}
const outer = {
  top: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  bottom: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
}
const far = {
  top: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  bottom: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
}

const ratio = ({ top, bottom }: typeof central, x: number): number => polynomial(top, x) / polynomial(bottom, x)

/** Inversa de la distribución normal: z of a probability in (0, 1), to 1e-16 relative. Source: Wichura, AS 241, 1988. */
export function inverseNormal(probability: number): number {
  const q = probability - 0.5
  if (Math.abs(q) <= 0.425) return q * ratio(central, 0.180625 - q * q)
  const r = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability))
  const z = r <= 5 ? ratio(outer, r - 1.6) : ratio(far, r - 5)
  return q < 0 ? -z : z
}

const tail = {
  top: [
    220.206867912376, 221.213596169931, 112.079291497871, 33.912866078383, 6.37396220353165, 0.700383064443688,
    0.0352624965998911,
  ],
  bottom: [
    440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674, 86.7807322029461, 16.064177579207,
    1.75566716318264, 0.0883883476483184,
  ],
}

/** Distribución normal: probability below z, to about 1e-14 relative. Source: Hart, 1968; West, 2005. */
export function normalBelow(z: number): number {
  const x = Math.abs(z)
  const below = x > 37 ? 0 : Math.exp((-x * x) / 2) * (x < 3 ? ratio(tail, x) : farTail(x))
  return z > 0 ? 1 - below : below
}

/** The continued fraction of the tail. Source: Laplace. */
function farTail(x: number): number {
  let below = x
  for (let k = 60; k >= 1; k -= 1) below = x + k / below
  return 1 / below / Math.sqrt(2 * Math.PI)
}
