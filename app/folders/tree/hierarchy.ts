import { composed, faultOfFolderName } from '#app/folders/tree/folder_name'

/** So many folders are made at once at most. */
export const hierarchyMax = 500
/** A path for each folder names those above it again and again. */
export const linesMax = 1000

/** One line of a hierarchy as somebody typed it: the names of the folders from the top of the text down. */
export interface HierarchyLine {
  number: number
  text: string
  names: string[]
  /** Begins with "/", as paths on the screen do: at the agency's own folder. */
  isWhole: boolean
  problem?: string
}

/**
 * Reads folders as people write them down: one a line, each level indented by two blanks or a tab, or as paths with "/" or "\", or
 * both. What is wrong with a line stands beside it.
 */
export function readHierarchy(text: string): HierarchyLine[] {
  const above: (string[] | undefined)[] = []
  return text
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ line: line.trimEnd(), number: at + 1 }))
    .filter(({ line }) => line.trim())
    .map(({ line, number }) => {
      const [, indent, content] = /^([ \t]*)(.*)$/su.exec(line)!
      const level = levelOf(indent)
      const read = { number, text: content, ...namesIn(content, above[level - 1]) }
      const problem = problemOf(read, level, above)
      above.length = Math.min(above.length, Math.ceil(level))
      if (above.length === level) above[level] = problem ? undefined : read.names
      return { ...read, problem }
    })
}

/** Two blanks or a tab a level; a half level is a blank too many. */
const levelOf = (indent: string) => [...indent].reduce((sum, c) => sum + (c === '\t' ? 1 : 0.5), 0)

function namesIn(content: string, parent: string[] = []) {
  const isWhole = /^[/\\]/.test(content)
  const names = content
    .replace(/^[/\\]/, '')
    .replace(/[/\\]$/, '')
    .split(/[/\\]/)
    .map(composed)
  return { names: isWhole ? names : [...parent, ...names], isWhole }
}

function problemOf(
  { names, isWhole }: Pick<HierarchyLine, 'names' | 'isWhole'>,
  level: number,
  above: (string[] | undefined)[]
) {
  if (!Number.isInteger(level)) return 'Indent by two blanks or one tab for each level.'
  if (isWhole && level > 0) return 'A path that begins with “/” is not indented.'
  if (level > 0 && level - 1 >= above.length) {
    return 'This line is indented by more than one level below the line above it.'
  }
  if (level > 0 && !above[level - 1]) return 'Mend the line above it first.'
  if (names.includes('')) return 'A path has a name before and after each slash.'
  return names.map(faultOfFolderName).find(Boolean)
}

/** A tree of folders as indented text, which `readHierarchy` reads again. */
export function hierarchyText(rows: { name: string; level: number }[]) {
  return rows.map(({ name, level }) => '  '.repeat(level) + name).join('\n')
}
