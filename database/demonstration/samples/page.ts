const rows = [
  ['Q1 2026', '1,182', '98.7 %'],
  ['Q2 2026', '1,204', '99.1 %'],
  ['Q3 2026', '1,217', '99.4 %'],
]

/** A small report as a web page, for View (HTML). */
export const quarterlySummary = () =>
  Buffer.from(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Quarterly summary</title>
    <style>
      body { font-family: sans-serif; margin: 2rem }
      td, th { border-bottom: 1px solid #999; padding: 0.4rem 1rem; text-align: left }
    </style>
  </head>
  <body>
    <h1>Quarterly summary</h1>
    <p>Records received by the SRR program, and how many of them were complete.</p>
    <table>
      <thead><tr><th>Quarter</th><th>Records</th><th>Complete</th></tr></thead>
      <tbody>
${rows.map((cells) => `        <tr><td>${cells.join('</td><td>')}</td></tr>`).join('\n')}
      </tbody>
    </table>
  </body>
</html>
`)
