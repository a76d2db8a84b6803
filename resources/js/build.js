import sessionWarning from './session_warning.html?raw'
import uploadMonitor from './upload_monitor.html?raw'

const markup = { sessionWarning, uploadMonitor }

/**
 * Puts into a page what means something with scripts only. It stands in no page before: text browsers know no style
 * that hides it, and show what is in a `template` too.
 */
export function build() {
  for (const place of document.querySelectorAll('[data-build]')) {
    place.innerHTML = markup[place.dataset.build]
  }
}
