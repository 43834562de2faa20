import { htmlWords } from '../../../text/report/html.ts'
import { svgOf } from '../../charts/svg.ts'
import type { Block, Column, Figure, ReportDocument, Row, Table } from '../document.ts'
import { headingsOf } from '../document.ts'
import { sheet } from './look.ts'

const picture = { width: 960, height: 540 }

/** Nothing but this file: no script, no address, pictures inside. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** The report as one HTML page with its contents at the side, its charts inside and no script; the same tree gives the same bytes. */
export async function htmlOf(document: ReportDocument): Promise<string> {
  const locale = document.language === 'en-US' ? 'en' : 'es'
  const words = htmlWords[locale]
  const ids = headingsOf(document).map((_, at) => `s${at + 1}`)
  const body: string[] = []
  let heads = 0
  let pictures = 0
  for (const { blocks } of document.parts) {
    for (const block of blocks) {
      if (block.kind === 'heading') {
        body.push(`<h${block.level + 1} id="${ids[heads]}">${escaped(block.text)}</h${block.level + 1}>`)
        heads += 1
      } else if (block.kind === 'figure') {
        pictures += 1
        body.push(await figure(block, { locale, number: pictures }))
      } else body.push(written(block))
    }
  }
  const { cover, running } = document
  return `<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escaped(document.subject)}">
<title>${escaped(document.title)}</title>
<style>${sheet}</style>
</head>
<body id="top">
<header>
<p class="over">${escaped(cover.over)}</p>
<h1>${escaped(cover.title)}</h1>
<p class="sub">${escaped(cover.subtitle)}</p>
<dl>${cover.facts.map(({ term, text }) => `<div><dt>${escaped(term)}</dt><dd>${escaped(text)}</dd></div>`).join('')}</dl>
<p class="note">${escaped(words.alone)}</p>
</header>
<div class="frame">
${contents(document, ids, words.contents)}
<main>
${body.join('\n')}
</main>
</div>
<footer><p>${escaped(running.left)} · ${escaped(running.right)}</p><p><a href="#top">${escaped(words.top)}</a></p></footer>
</body>
</html>
`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Chapters, each with its sections folded in. */
function contents(document: ReportDocument, ids: readonly string[], title: string): string {
  const items: { link: string; inner: string[] }[] = []
  for (const [at, { level, text }] of headingsOf(document).entries()) {
    const link = `<a href="#${ids[at]}">${escaped(text)}</a>`
    if (level === 1) items.push({ link, inner: [] })
    else if (level === 2) items.at(-1)?.inner.push(`<li>${link}</li>`)
  }
  const list = items.map(({ link, inner }) =>
    inner.length === 0 ? `<li>${link}</li>` : `<li>${link}<ol>${inner.join('')}</ol></li>`,
  )
  return `<nav aria-label="${escaped(title)}"><h2>${escaped(title)}</h2><ol>${list.join('\n')}</ol></nav>`
}

/** Pictures in one page share their names of clips, so each gets names of its own. */
async function figure(
  { drawn, alt }: Figure,
  { locale, number }: { locale: 'es' | 'en'; number: number },
): Promise<string> {
  const svg = await svgOf(drawn, { ...picture, theme: 'light', locale }, alt)
  const own = svg.replace(/^<\?xml[^>]*\?>\s*/u, '').replaceAll(/\bclip(\d+)\b/gu, `f${number}c$1`)
  return `<figure>${rounded(own)}</figure>`
}

/** Letters are paths; hundredths of a pixel are enough for them, and the file weighs half. */
const rounded = (svg: string): string =>
  svg.replaceAll(/ d="[^"]*"/gu, (path) =>
    path.replaceAll(/-?\d+\.\d{3,}(?:e-?\d+)?/gu, (n) => String(+Number(n).toFixed(2))),
  )

function written(block: Exclude<Block, Figure | { kind: 'heading' }>): string {
  if (block.kind === 'table') return table(block)
  if (block.kind === 'list') return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
  if (block.kind === 'definitions') {
    const pairs = block.items.map(({ term, text }) => `<div><dt>${escaped(term)}</dt><dd>${escaped(text)}</dd></div>`)
    return `<dl>${pairs.join('')}</dl>`
  }
  if (block.style === 'formula') return `<p class="formula"><code>${escaped(block.text)}</code></p>`
  return `<p${block.style === undefined ? '' : ` class="${block.style}"`}>${escaped(block.text)}</p>`
}

/** Columns that only keep tables of a printed page as wide as each other are left out. */
function table({ caption, unit, ...all }: Table): string {
  const kept = all.columns.flatMap(({ head }, at) => (head === '' && all.rows.every((r) => !r.cells[at]) ? [] : [at]))
  const columns = all.columns.filter((_, at) => kept.includes(at))
  const rows = all.rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => kept.includes(at)) }))
  const head = columns.map(({ head: text, align }) => `<th scope="col"${side(align)}>${escaped(text)}</th>`).join('')
  const title = unit === undefined ? escaped(caption) : `${escaped(caption)} <small>${escaped(unit)}</small>`
  const body = rows.map((row) => tableRow(row, columns)).join('\n')
  // A box that scrolls must be reachable by keyboard.
  return `<div class="holder" tabindex="0" role="group" aria-label="${escaped(caption)}"><table><caption>${title}</caption><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div>`
}

function tableRow({ cells, kind }: Row, columns: readonly Column[]): string {
  const written = cells.map((text, at) => {
    const cell = escaped(text)
    if (at === 0) return `<th scope="row">${cell}</th>`
    const classes = [columns[at]?.align === 'right' ? 'n' : '', text.startsWith('−') ? 'neg' : ''].filter(Boolean)
    return classes.length === 0 ? `<td>${cell}</td>` : `<td class="${classes.join(' ')}">${cell}</td>`
  })
  return `<tr${kind === undefined ? '' : ` class="${kind}"`}>${written.join('')}</tr>`
}

const side = (align: Column['align']): string => (align === 'right' ? ' class="n"' : '')
