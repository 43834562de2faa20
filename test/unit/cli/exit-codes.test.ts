import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import type { Stop } from '../../../src/delivery/cli/base/io.ts'
import { withFaultsNamed } from '../../../src/delivery/cli/base/scenario-file.ts'
import { main } from '../../../src/delivery/cli/cli.ts'
import { checkUnits } from '../../../src/delivery/cli/model.ts'
import { constant, line } from '../../../src/formula/entry.ts'
import { eq } from '../../../src/formula/eq.ts'
import { Fault } from '../../../src/formula/interpret.ts'
import { readScenario } from '../../../src/scenario/read.ts'
import { documentOf, minimalFile, pfv } from './console.ts'

describe('0, good', () => {
  test.each([
    [['validate', minimalFile], 'se puede evaluar'],
    [['evaluate', minimalFile], 'PLAN FINANCIERO VIABLE · Plan mínimo'],
    [['rank', minimalFile], 'Es la única alternativa.'],
    [['explain', minimalFile, '--line', 'planNpv'], 'Valor presente neto del plan'],
    [['model', '--check'], 'cuadran'],
    [['config'], 'PORT'],
    [['--help'], 'Uso: pfv ORDEN'],
    [['evaluate', '--help'], 'Uso: pfv evaluate ARCHIVO'],
    [['help', 'explain'], 'Uso: pfv explain ARCHIVO'],
  ])('pfv %s', async (argv, said) => {
    const { code, out, err } = await pfv(argv)
    expect(out).toContain(said)
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  test('a plan that came by the standard input is read as one in a file', async () => {
    const input = JSON.stringify(documentOf(minimalFile))
    const fromInput = await pfv(['evaluate', '-', '--format', 'json'], { input })
    const fromFile = await pfv(['evaluate', minimalFile, '--format', 'json'])
    expect(fromInput).toEqual(fromFile)
  })

  test('a mark of byte order at the beginning of the file is no obstacle', async () => {
    const input = `\uFEFF${JSON.stringify(documentOf(minimalFile))}`
    expect((await pfv(['validate', '-'], { input })).code).toBe(0)
  })
})

describe('1, not viable', () => {
  const indebted = () => JSON.stringify({ ...documentOf(minimalFile), existing: { cash: -1e12 } })

  test('only where --require-viable asks for it, and stderr says which tests fail', async () => {
    const { code, out, err } = await pfv(['evaluate', '-', '--require-viable'], { input: indebted() })
    expect({ code, err }).toEqual({ code: 1, err: 'Seguir como hoy: No viable: caja\n' })
    expect(out).toContain('No viable: caja')
    expect((await pfv(['evaluate', '-'], { input: indebted() })).code).toBe(0)
    expect((await pfv(['evaluate', minimalFile, '--require-viable'])).code).toBe(0)
  })

  test('without an alternative the first of the ranking is judged, with one that one', async () => {
    const document = documentOf(minimalFile)
    const [good] = document.alternatives as Record<string, unknown>[]
    const bad = { ...good, id: 'endeudada', name: 'Endeudada', statusQuo: false, existing: { cash: -1e12 } }
    const input = JSON.stringify({ ...document, alternatives: [bad, good] })
    const asked = ['evaluate', '-', '--format', 'json', '--require-viable']
    expect((await pfv(asked, { input })).code).toBe(0)
    const { code, err } = await pfv([...asked, '--alternative', 'endeudada'], { input })
    expect({ code, err }).toEqual({ code: 1, err: 'Endeudada: No viable: caja\n' })
  })
})

describe('2, bad input', () => {
  test.each([
    [[], 'Uso: pfv ORDEN'],
    [['evalute'], '¿Quiso decir «pfv evaluate»?'],
    [['--format', 'json'], 'va después de una orden'],
    [['evaluate'], 'Falta el archivo del plan'],
    [['evaluate', 'no-such-file.json'], 'El archivo «no-such-file.json» no existe'],
    [['evaluate', 'src'], 'es una carpeta'],
    [['evaluate', minimalFile, minimalFile], 'lleva un solo archivo'],
    [['evaluate', minimalFile, '--formt', 'json'], '¿Quiso decir --format?'],
    [['evaluate', minimalFile, '--format', 'xml'], 'table, json, csv'],
    [['evaluate', minimalFile, '--format', '--all-years'], 'le falta su valor'],
    [['evaluate', minimalFile, '--all-years=no'], 'no lleva valor'],
    [['evaluate', minimalFile, '--alternative', 'como-oy'], '¿Quiso decir «como-hoy»?'],
    [['evaluate', minimalFile, '--variant', 'seca'], 'El escenario «seca» no existe'],
    [['evaluate', minimalFile, '--out', 'no-such-folder/x.txt'], 'La carpeta no existe'],
    [['explain', minimalFile], 'Falta el renglón'],
    [['explain', minimalFile, '--line', 'biling', '--year', '2030'], '¿Quiso decir «billing»?'],
    [['explain', minimalFile, '--line', 'inflation', '--year', '2030'], 'es un dato, no un renglón'],
    [['explain', minimalFile, '--line', 'billing'], 'Escriba uno de 2024 a 2039'],
    [['explain', minimalFile, '--line', 'billing', '--year', '2040'], 'de 2024 a 2039'],
    [['explain', minimalFile, '--line', 'billing', '--year', '2030', '--class', 'stratum6'], 'stratum1, stratum2'],
    [['explain', minimalFile, '--line', 'cash', '--year', '2030', '--zone', 'urban'], 'es una sola cifra'],
    [['explain', minimalFile, '--line', 'users', '--year', '2030', '--at', 'zone'], 'dimensión=miembro'],
    [['explain', minimalFile, '--line', 'users', '--year', '2030', '--depth', 'mucho'], 'un número entero de 1 a'],
    [['model', minimalFile], 'no lleva archivo'],
  ])('pfv %s', async (argv, said) => {
    const { code, out, err } = await pfv(argv)
    expect(err).toContain(said)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  test('every problem of a plan is told at once: its place, its sentence and the value received', async () => {
    const document = documentOf(minimalFile)
    document.baseYear = 'dos mil'
    document.economy = { inflation: 0.04, discountRate: -2 }
    const { code, err } = await pfv(['validate', '-'], { input: JSON.stringify(document) })
    expect(code).toBe(2)
    expect(err).toMatch(/^Corrija 2 datos del plan:/)
    expect(err).toMatch(/\/baseYear\n.+número.*\n\s+Recibido: "dos mil"/)
    expect(err).toMatch(/\/economy\/discountRate\n.+\n\s+Recibido: -2/)
    const english = await pfv(['validate', '-', '--lang', 'en'], { input: JSON.stringify(document) })
    expect(english.err).toMatch(/^Correct 2 entries of the plan:/)
  })

  test.each([
    ['{\n  "name": "x",\n  "baseYear" 2024\n}', 'línea 3'],
    ['{"name": ', 'línea 1, columna 10'],
    ['no es json', 'línea 1'],
    ['', 'no tiene nada'],
  ])('what is not JSON is refused with the line: %j', async (input, said) => {
    const { code, err } = await pfv(['evaluate', '-'], { input })
    expect(err).toContain(said)
    expect(code).toBe(2)
  })

  test('a file in another encoding is refused with what to do', async () => {
    const { code, err } = await pfv(['validate', '-'], { input: Buffer.from('{"name": "Peñón"}', 'latin1') })
    expect({ code, err }).toEqual({
      code: 2,
      err: 'La entrada estándar no es un texto en UTF-8. Guárdelo otra vez como «UTF-8» en su editor.\n',
    })
  })

  test('a wrong variable of the environment is told by pfv config', async () => {
    const { code, err } = await pfv(['config'], { environment: { PFV_SIZE: '1' } })
    expect(code).toBe(2)
    expect(err).toContain('La variable de entorno PFV_SIZE no existe')
  })
})

const gather = (told: string[]) => ({ write: (text: string) => told.push(text) })

describe('3, a fault of ours', () => {
  test('a fault while evaluating names line, place and year', () => {
    const read = readScenario(documentOf(minimalFile))
    if (!read.ok) throw new Error('the smallest plan does not read')
    const fault = new Fault('billing', { at: { zone: 'urban', userClass: 'stratum1' }, t: 6 }, 'el valor no es finito')
    const stopped = () =>
      withFaultsNamed(read.scenario, () => {
        throw fault
      })
    expect(stopped).toThrow(/«billing», zone=urbana, userClass=Estrato 1, año 2030: el valor no es finito/)
    expect(stopped).toThrow(expect.objectContaining({ code: 3 }) as Stop)
  })

  test('anything else that breaks is a fault too, and is told on stderr', async () => {
    const told: string[] = []
    const broken = {
      write: () => {
        throw new Error('the pipe burst')
      },
    }
    const stderr = gather(told)
    const stdin = (async function* () {})()
    expect(await main(['config'], { stdin, stdout: broken, stderr, environment: {} })).toBe(3)
    expect(told.join('')).toMatch(/^Falla del programa, no de su plan.*\nError: the pipe burst/)
  })

  test('model --check tells each line whose unit does not come out', () => {
    const year = constant({ id: 'year', es: 'Un año', en: 'One year', unit: 'year', value: 1 })
    const wrong = line({ id: 'wrong', numeral: '9.9', es: 'x', en: 'x', unit: 'COP', formula: () => eq`${year} * 2` })
    const told: string[] = []
    const io = { stdout: { write: () => true }, stderr: gather(told) }
    expect(checkUnits([year, wrong], io)).toBe(3)
    expect(told.join('')).toContain('Una entrada no cuadra, de 2')
    expect(told.join('')).toContain('wrong [9.9]')
    expect(checkUnits([year], io)).toBe(0)
  })
})

describe('as a process', () => {
  test('a reader that closes the pipe early ends it quietly', { timeout: 120_000 }, async () => {
    const argv = ['--import', 'tsx', 'src/delivery/cli/main.ts', 'evaluate', minimalFile, '--format', 'csv']
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] })
    const told = { out: '', err: '' }
    child.stderr.on('data', (chunk: Buffer) => {
      told.err += chunk.toString()
    })
    child.stdout.once('data', (chunk: Buffer) => {
      told.out = chunk.toString()
      child.stdout.destroy()
    })
    const [code] = (await once(child, 'close')) as [number]
    expect({ code, err: told.err }).toEqual({ code: 0, err: '' })
    expect(told.out).toMatch(/^alternative,variant,line,keys,year,value,unit\r\n/)
    expect(told.out.length).toBeLessThan(200_000)
  })
})
