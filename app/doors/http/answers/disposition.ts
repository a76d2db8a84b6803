/** The header that makes a browser keep a file under its name (RFC 6266). */
export const attachment = (name: string) => `attachment; ${named(name)}`

/** The same for what it shows: the name under which a person saves it. */
export const inline = (name: string) => `inline; ${named(name)}`

/**
 * Old browsers read `filename`, where all but plain letters become "_"; the others read `filename*` (RFC 8187). Nothing
 * that ends a header or a quoted text can get in (security rules 20 and 24).
 */
function named(name: string) {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return `filename="${plain}"; filename*=UTF-8''${extended(name)}`
}

/** Percent-encodes all that RFC 8187 does not let stand; half a surrogate pair becomes U+FFFD. */
const extended = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => '%' + sign.charCodeAt(0).toString(16).toUpperCase()
  )
