/** A PDF of one page that says what it is told to say: objects, their places, and where the places stand. */
export function letter(title: string, lines: string[]) {
  const text = [
    `BT /F1 18 Tf 72 720 Td (${escaped(title)}) Tj ET`,
    ...lines.map((line, at) => `BT /F1 12 Tf 72 ${684 - at * 18} Td (${escaped(line)}) Tj ET`),
  ].join('\n')
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R ' +
      '/Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ])
}

function assemble(objects: string[]) {
  let document = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = document.length
    document += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${document.length}\n%%EOF\n`
  return Buffer.from(document + end, 'latin1')
}

const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&')
