/** The operator's console: each noun brings its own addresses, all of them under /operations. */
import '#app/doors/operations/announcement_routes'
import '#app/doors/operations/quick_reference_routes'
import '#app/doors/operations/directory_routes'
import '#app/doors/operations/organization_routes'
import '#app/doors/operations/policy_routes'
import '#app/doors/operations/holiday_routes'
