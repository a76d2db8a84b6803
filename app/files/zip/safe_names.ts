/**
 * Names as they may stand in an archive: none leads out of the folder that it is unpacked in, none is a device of
 * Windows, and no two are the same to a system that ignores case (security rule 23).
 */
export function safeNames(names: string[]) {
  const taken = new Set<string>()
  return names.map((name) => {
    const safe = safeName(name)
    let unique = safe
    for (let nth = 2; taken.has(keyOf(unique)); nth++) unique = numbered(safe, nth)
    taken.add(keyOf(unique))
    return unique
  })
}

function safeName(name: string) {
  const plain = name
    .toWellFormed()
    .replace(/[\p{Cc}/\\:*?"<>|]/gu, '_')
    .replace(/[. ]+$/, (end) => '_'.repeat(end.length))
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain)
  return isDevice || plain === '' ? `_${plain}` : plain
}

/** "report (2).pdf" */
function numbered(name: string, nth: number) {
  const dot = name.lastIndexOf('.')
  const stem = dot > 0 ? name.slice(0, dot) : name
  return `${stem} (${nth})${name.slice(stem.length)}`
}

const keyOf = (name: string) => name.normalize('NFC').toLowerCase()
