import { describe, expect, it } from 'vitest'
import { pfv } from './console.ts'

const loans = 'scenarios/loans.json'
const ask = (...more: string[]) => pfv(['adjust', loans, '--alternative', 'relleno-regional', ...more])

describe('pfv adjust', () => {
  it('prints what failed, the sentence and what moves', async () => {
    const { code, out } = await ask('--lever', 'tariff')
    expect(code).toBe(0)
    expect(out).toContain('Hoy no se cumple:')
    expect(out).toMatch(
      /La alternativa es viable con: tarifa de referencia multiplicada por 1,02\d\d \(hoy, 1,0000\)\./,
    )
    expect(out).toMatch(/tarifa de referencia multiplicada por +1,0000 +1,02\d\d +0,02\d\d/)
  })

  it('gives the patch as data', async () => {
    const { code, out } = await ask('--lever', 'tariff:weight=2,max=1.5', '--lever', 'loanTerm', '--format', 'json')
    expect(code).toBe(0)
    const found = JSON.parse(out) as {
      viable: boolean
      patch: { path: string }[]
      levers: { weight: number; max: number }[]
    }
    expect(found.viable).toBe(true)
    expect(found.levers[0]).toMatchObject({ weight: 2, max: 1.5 })
    expect(found.patch.every(({ path }) => path.startsWith('/alternatives/2/'))).toBe(true)
  })

  it.each([
    ['no lever', [], 'Diga qué se puede mover'],
    ['a misspelt lever', ['--lever', 'tarif'], '¿Quiso decir «tariff»?'],
    ['a misspelt detail', ['--lever', 'tariff:peso=2'], 'El detalle «peso» no existe'],
    ['a value that is no number', ['--lever', 'tariff:max=1,5'], 'El detalle «5» no existe'],
    ['an empty value', ['--lever', 'tariff:max='], 'no sirve para max'],
    ['an investment that is not there', ['--lever', 'delayInvestment:item=nada'], '«nada» no es una inversión'],
  ])('stops with a sentence at %s', async (_, levers, sentence) => {
    const { code, out, err } = await ask(...levers)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(sentence)
  })

  it('asks for the alternative', async () => {
    const { code, err } = await pfv(['adjust', loans, '--lever', 'tariff'])
    expect(code).toBe(2)
    expect(err).toContain('--alternative')
  })
})
