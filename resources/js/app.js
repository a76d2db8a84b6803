/** Comfort for those whose browser runs scripts; every page does its work without. */
import Alpine from '@alpinejs/csp'
import { build } from './build.js'
import { filterAsYouType, selectAll } from './listing.js'
import { sessionWatch } from './session_watch.js'
import { uploads } from './uploads.js'

build()
Alpine.data('uploads', uploads)
Alpine.data('sessionWatch', sessionWatch)
Alpine.start()

selectAll()
filterAsYouType()
