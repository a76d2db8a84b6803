import { numbers } from '#database/demonstration/samples/numbers'

/** Windows ends its lines so; ASCII mode is about exactly this. */
const crlf = (lines: string[]) => Buffer.from(lines.join('\r\n') + '\r\n')

export const readMeFirst = () =>
  crlf([
    'READ ME FIRST',
    '',
    'This is your home folder. Only you see it.',
    '',
    'To send files to the SRR program, open the folder Incoming under My Folders,',
    'choose them with Browse and press Upload File.',
    '',
    'A file stays for 60 days. The column "Purged on" says until when.',
    'A deleted file can be restored for 14 days from Deleted files.',
    '',
    'This text was written on Windows: each line ends with CR and LF.',
  ])

const employers = ['Bluefield Bakery', 'Hartwell Hospital', 'Mill River Tools', 'Nutmeg Logistics']

/** One line for each of a quarter's wage records. */
export function wages(quarter: string, count: number) {
  const number = numbers(quarter.length + count)
  const records = Array.from({ length: count }, (_, at) => {
    const hours = 320 + number(200)
    const pay = (hours * (1800 + number(4200))) / 100
    const employer = employers[number(employers.length)]
    return `${quarter},${100001 + at},"${employer}",${hours},${pay.toFixed(2)}`
  })
  return crlf(['quarter,record,employer,hours,wages', ...records])
}

/** What a nightly transfer notes down. */
export function transferLog(days: number) {
  const number = numbers(days)
  const lines = Array.from({ length: days }, (_, at) => {
    const date = new Date(Date.UTC(2026, 5, 1 + at)).toISOString().slice(0, 10)
    const bytes = 20_000 + number(900_000)
    const result = number(12) ? 'OK' : 'RETRY connection reset, sent again'
    return `${date} 02:15:0${number(9)} INFO wages-${date}.csv ${bytes} bytes ${result}`
  })
  return Buffer.from(lines.join('\n') + '\n')
}

export const dataDictionary = () =>
  Buffer.from(
    [
      '# Data dictionary',
      '',
      '| Field | Meaning |',
      '| --- | --- |',
      '| `quarter` | Year and quarter of the wages |',
      '| `record` | Number of the record in the file |',
      '| `hours` | Hours paid in the quarter |',
      '| `wages` | Gross wages in dollars |',
      '',
      'Changes are announced **two weeks** ahead.',
      '',
    ].join('\n')
  )

export const fileLayout = () =>
  Buffer.from(
    JSON.stringify({
      version: 3,
      encoding: 'UTF-8',
      fields: ['quarter', 'record', 'employer', 'hours', 'wages'],
    })
  )
