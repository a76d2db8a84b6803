/** What a file seems to be, by the end of its name: for the icon and the word beside it, for nothing else. */
export const kinds = {
  text: ['txt', 'log', 'md', 'ini', 'conf', 'eml'],
  table: ['csv', 'tsv', 'xls', 'xlsx', 'ods'],
  document: ['pdf', 'doc', 'docx', 'odt', 'rtf', 'ppt', 'pptx', 'odp'],
  picture: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'tif', 'tiff', 'bmp', 'heic'],
  page: ['html', 'htm', 'xml', 'json', 'yaml', 'yml'],
  archive: ['zip', 'gz', 'tgz', 'tar', '7z', 'rar', 'bz2', 'xz'],
  recording: ['mp3', 'wav', 'm4a', 'mp4', 'mov', 'avi', 'mkv', 'webm'],
} as const

export type Kind = keyof typeof kinds | 'file'

const byEnding = new Map(
  Object.entries(kinds).flatMap(([kind, endings]) => endings.map((ending) => [ending, kind]))
) as Map<string, Kind>

export const kindOf = (name: string): Kind =>
  byEnding.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? 'file'
