import { levels, type Level } from '#app/folders/reach'

/** What each level is called, and what it opens, for who gives it and for who gets it. */
export const levelWords: Record<Level, { name: string; means: string }> = {
  viewer: { name: 'Viewer', means: 'sees, views and downloads the files' },
  contributor: {
    name: 'Contributor',
    means: 'sees, views, downloads and uploads files, and deletes what they uploaded themselves',
  },
  manager: {
    name: 'Manager',
    means: 'sees, views, downloads, uploads and deletes any files, and makes subfolders',
  },
}

export const levelChoices = levels.map((value) => ({
  value,
  label: levelWords[value].name,
  hint: levelWords[value].means,
}))
