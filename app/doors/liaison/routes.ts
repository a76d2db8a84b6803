/** The liaison's workspace: each noun brings its own addresses, all of them under /liaison. */
import '#app/doors/liaison/overview_routes'
import '#app/doors/liaison/directory_routes'
import '#app/doors/liaison/access_request_routes'
import '#app/doors/liaison/account_routes'
import '#app/doors/liaison/folder_routes'
import '#app/doors/liaison/offer_routes'
import '#app/doors/liaison/request_routes'
import '#app/doors/liaison/subscription_routes'
