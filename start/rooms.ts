/** What each room declares when the application starts: who may do what, and what is asked at the door. */
import { assertGatesAreKept } from '#app/accounts/admission'
import '#app/accounts/account_policy'
import '#app/accounts/console_policy'
import '#app/accounts/people_policy'
import '#app/accounts/opening_mail'
import '#app/accounts/directories/directory_mail'
import '#app/accounts/directories/directory_policy'
import '#app/accounts/password_mail'
import '#app/enrollment/gates'
import '#app/enrollment/operator_mail'
import '#app/enrollment/terms_mail'
import '#app/folders/folder_policy'
import '#app/folders/shared_ground'
import '#app/folders/subscription_policy'
import '#app/files/file_policy'

assertGatesAreKept()
