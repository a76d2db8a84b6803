/** The help desk's console: each noun brings its own addresses, all of them under /help-desk. */
export {}
