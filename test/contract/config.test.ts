import { describe, expect, test } from 'vitest'
import { ConfigProblem, readConfig } from '../../src/delivery/http/config.ts'

describe('the environment', () => {
  test('may be empty: the service then listens on this machine alone, on port 3000, and takes five megabytes', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      PFV_BODY_LIMIT: 5_000_000,
      LOG_LEVEL: 'info',
      PFV_DATA: './data',
    })
  })

  test.each([
    ['5 MB', 5_000_000],
    ['1.5MB', 1_500_000],
    ['500 kB', 500_000],
    ['2048', 2048],
  ])('says a size as %s', (text, bytes) => {
    expect(readConfig({ PFV_BODY_LIMIT: text }).PFV_BODY_LIMIT).toBe(bytes)
  })

  test('takes an empty variable for one that is not set, and ignores those of other programs', () => {
    expect(readConfig({ PORT: '', PFVX: '1', HOME: '/' }).PORT).toBe(3000)
  })

  test('stops the start with every mistake in a sentence of its own', () => {
    const start = () =>
      readConfig({ PFV_BODYLIMIT: '5 MB', PORT: 'tres mil', PFV_BODY_LIMIT: 'mucho', LOG_LEVEL: 'loud' })
    expect(start).toThrow(ConfigProblem)
    for (const sentence of [
      'La variable de entorno PFV_BODYLIMIT no existe; las que hay son PORT, HOST, PFV_DATA',
      'La variable de entorno PORT vale «tres mil» y no puede ser: un número entero.',
      'La variable de entorno PFV_BODY_LIMIT vale «mucho» y no puede ser: un tamaño como 5 MB, 500 kB o 5000000.',
      'La variable de entorno LOG_LEVEL vale «loud» y no puede ser: Opción inválida',
    ]) {
      expect(start).toThrow(sentence)
    }
  })
})
