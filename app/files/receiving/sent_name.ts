/**
 * The name that a browser meant (RFC 7578 §4.2, HTML "multipart/form-data encoding"): a quotation mark is sent as %22, and
 * old Internet Explorer and lynx send the whole path on the person's own disk, which is no part of the name.
 */
export const sentName = (name: string) =>
  name
    .replace(/^([a-z]:\\|\\\\)([^\\]*\\)*/i, '')
    .replace(/^~?\/([^/]*\/)*/, '')
    .replaceAll('%22', '"')
