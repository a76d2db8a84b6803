import service from '#config/service'

/** What people call about most, each with steps that they can take themselves. */
export const usualTroubles = [
  {
    trouble: 'I cannot sign in',
    steps: [
      'Both User Name and Password are case sensitive: look whether Caps Lock is on.',
      'After several failed tries the service makes you wait. Wait as long as it says, then try again.',
      'Choose “Forgot your password?” on the sign-in page; a mail with a link comes within minutes.',
      'If you sign in with your Windows password and it does not work here, try it at your own computer first.',
    ],
  },
  {
    trouble: 'I do not see a folder, or I cannot upload to it',
    steps: [
      'Look under My Folders at the left of Home: each folder that you are subscribed to is there.',
      'If it is missing, or there is no Upload File, ask your SFT Liaison to subscribe you. Say the folder’s name.',
    ],
  },
  {
    trouble: 'A file is gone',
    steps: [
      `A deleted file can be restored from Deleted files for ${service.recoverDays} days.`,
      `A file is purged ${service.keepDays} days after it came, unless its folder says otherwise. “Purged on” in the list says when.`,
      'After that it cannot be brought back: ask the sender to upload it again.',
    ],
  },
  {
    trouble: 'An upload did not end well',
    steps: [
      'What was uploaded says so, with “Uploaded” and its name. Everything else is not there, not even a part.',
      'Upload the missing files again. A file of the same name becomes a new version; nothing is lost.',
    ],
  },
]
