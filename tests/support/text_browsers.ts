import { Lynx } from '#tests/support/lynx'
import { without } from '#tests/support/programs'
import { W3m } from '#tests/support/w3m'

/** Those that a page must do without styles and scripts for, each with why it cannot be tried here, if so. */
export const textBrowsers = [
  { name: 'w3m', Browser: W3m, skip: without('w3m', 'tmux') },
  { name: 'lynx', Browser: Lynx, skip: without('lynx', 'tmux') },
]

/** Means something with scripts only, so a text browser must not show it. */
export const forScripts = /Cancel all|Try again|Stay signed in|drop files|Select all|signed out in/
