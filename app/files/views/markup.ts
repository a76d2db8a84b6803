const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** The only way for a user's words into a page that a view makes (security rule 21). */
export const escaped = (words: string) => words.replace(/[&<>"'`]/g, (sign) => entities[sign])

/** What a view made of a file, and what of it does not stand there, if anything. */
export interface Shown {
  markup: string
  /** "Only the first 20,000 lines of this file are shown." */
  missing?: string
}

export const onlyTheFirst = (what: string) => `Only the first ${what} of this file are shown.`

const style = `
:root { color-scheme: light dark; }
body { margin: 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
pre, code { font: 0.875rem/1.5 ui-monospace, Menlo, Consolas, monospace; }
pre { margin: 0; white-space: pre-wrap; }
table { border-collapse: collapse; overflow-wrap: normal; }
th, td { padding: 0.25rem 0.75rem; border: 1px solid #8886; text-align: left; vertical-align: top; }
th { background: #8882; }
i { font-style: normal; opacity: 0.7; user-select: none; }
.notice { padding: 0.5rem 0.75rem; border-left: 0.25rem solid #c80; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 0.25rem solid #8886; }
`

/** A page of its own around what a view made: no script, no address, nothing from elsewhere. */
export function sheet(title: string, body: string, notice?: string) {
  const above = notice ? `<p class="notice">${escaped(notice)}</p>\n` : ''
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${above}${body}
</body>
</html>
`
}
