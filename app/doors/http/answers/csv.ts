/** A spreadsheet takes what begins so for a formula (security rule 24); a quotation mark before it makes it a text. */
const isFormula = /^[=+\-@\t\r]/

function cell(value: string) {
  const text = isFormula.test(value) ? `'${value}` : value
  return /["',;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as a spreadsheet opens them: in UTF-8 with its mark, and lines that end as RFC 4180 has them. */
export const csv = (rows: string[][]) =>
  '\uFEFF' + rows.map((row) => row.map(cell).join(',') + '\r\n').join('')
