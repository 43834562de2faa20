const compat = require('@napi-rs/canvas/node-canvas')
const napi = require('@napi-rs/canvas')

/** A canvas that draws vectors, its text as paths; Skia writes no viewBox, without which a page cannot scale it. */
function vectorCanvas(width, height) {
  const canvas = napi.createCanvas(width, height, napi.SvgExportFlag.ConvertTextToPaths)
  const content = () => {
    const svg = canvas.getContent().toString('utf8')
    return Buffer.from(svg.replace(/<svg (?![^>]*viewBox)/, `<svg viewBox="0 0 ${width} ${height}" `))
  }
  canvas.toBuffer = (done) => (typeof done === 'function' ? queueMicrotask(() => done(null, content())) : content())
  return canvas
}

function createCanvas(width, height, type) {
  return type === 'svg' ? vectorCanvas(width, height) : compat.createCanvas(width, height, type)
}

module.exports = { ...compat, createCanvas }
