import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../../src/delivery/cli/cli.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pfv-keys-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function pfv(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const sink = (add: (text: string) => void) => ({ write: add })
  const code = await main(argv, {
    stdin: process.stdin,
    stdout: sink((text) => {
      out += text
    }),
    stderr: sink((text) => {
      err += text
    }),
    environment: { PFV_DATA: folder },
  })
  return { code, out, err }
}

describe('pfv keys', () => {
  test('makes a key, lists it without its secret, and revokes it', async () => {
    const made = await pfv('keys', 'create', '--name', 'Alcaldía', '--scope', 'write', '--workspace', 'tulua')
    expect(made.code).toBe(0)
    expect(made.out).toMatch(/^pfv_[\w-]{43}\n$/)
    const id = /key-\w+/.exec(made.err)?.[0] ?? ''
    const listed = await pfv('keys', 'list')
    expect(listed.out).toContain(id)
    expect(listed.out).toContain('tulua')
    expect(listed.out).not.toContain(made.out.trim())
    expect((await pfv('keys', 'list', '--workspace', 'otro')).out).toContain('No hay claves')
    expect(await pfv('keys', 'revoke', id)).toMatchObject({
      code: 0,
      out: `La clave ${id} («Alcaldía») ya no sirve.\n`,
    })
  })

  test.each([
    [['keys'], 'Falta qué hacer'],
    [['keys', 'borrar'], 'Falta qué hacer'],
    [['keys', 'create'], 'Diga de quién es la clave'],
    [['keys', 'create', '--name', 'x', '--scope', 'todo'], 'no sirve para --scope'],
    [['keys', 'create', '--name', 'x', '--workspace', 'con espacio'], 'El espacio «con espacio» no sirve'],
    [['keys', 'revoke'], 'Diga qué clave'],
    [['keys', 'revoke', 'key-nada'], 'no existe'],
  ])('%j is refused in a sentence', async (argv, sentence) => {
    const { code, out, err } = await pfv(...argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  })
})

describe('pfv config', () => {
  test('shows every name, and no password of an address', async () => {
    let out = ''
    const code = await main(['config'], {
      stdin: process.stdin,
      stdout: {
        write: (text) => {
          out += text
        },
      },
      stderr: { write: () => undefined },
      environment: { DATABASE_URL: 'postgres://pfv:s3cr%40to@db:5432/pfv?password=s3creto&ssl=true' },
    })
    expect(code).toBe(0)
    expect(out).not.toMatch(/s3cr/)
    expect(out).toContain('postgres://pfv:***@db:5432/pfv')
    for (const name of ['PFV_CORS_ORIGINS', 'PFV_JOB_DAYS', 'PFV_RATE_LIMIT', 'PFV_BODY_LIMIT', 'PFV_DATA'])
      expect(out).toContain(name)
  })
})
