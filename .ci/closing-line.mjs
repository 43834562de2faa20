// Counts every test once the run ends, so that the last line of the output can be read by a person and by a script.
export default class ClosingLine {
  onTestRunEnd(modules, errors) {
    const count = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        count[state === 'passed' || state === 'failed' ? state : 'skipped'] += 1
      }
      // A file that cannot be loaded, or a hook that throws, fails without any failing test of its own.
      if (module.state() === 'failed' && ![...module.children.allTests('failed')].length) count.failed += 1
    }
    count.failed += errors.length
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
    console.log(`${count.passed} passed, ${count.failed} failed${skipped}`)
  }
}
