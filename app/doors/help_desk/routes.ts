/** The help desk's console: each noun brings its own addresses, all of them under /help-desk. */
import '#app/doors/help_desk/accounts/account_routes'
import '#app/doors/help_desk/lookup/lookup_routes'
import '#app/doors/help_desk/help_requests/help_request_routes'
