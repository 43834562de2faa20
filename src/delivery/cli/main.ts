#!/usr/bin/env node
import { main } from './cli.ts'

const { stdin, stdout, stderr, env } = process

// A reader that has seen enough (| head) closes the pipe: nothing is wrong then.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await main(process.argv.slice(2), { stdin, stdout, stderr, environment: env })
