/** The terms and conditions of the demonstration: an administrator accepts them once for a whole organization. */
export const termsAndConditions = `Terms and conditions of Secure File Transfer

1. Who may use the service. Your organization uses the service for the business that it has with the state, and names the people who may sign in. Each person signs in with an account of their own and does not lend it.

2. What may be sent. You may send what you are allowed to share and the receiving agency has asked for. Malicious software, and data that the law forbids to share, must not be sent.

3. Keeping files. The service carries files from one person to another; it is not an archive. A file is purged 60 days after it arrived, unless its folder says otherwise. Keep your own copy of what you send.

4. Confidential information. Whoever downloads a file answers for it from then on, and protects it as the agency that owns the data demands.

5. Records. The service records who signed in, and who sent, viewed, downloaded and deleted which file, and when. These records belong to the state and may be disclosed where the law says so.

6. When something goes wrong. Tell your liaison or the help desk at once if a password may have become known, or if you received a file that was not meant for you.

7. Ending. The state may suspend an account or an organization that does not keep these terms. Your organization may end its subscription at any time.
`
