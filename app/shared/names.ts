/** What makes two names the same in one folder (security rule 22): composed alike and without regard to case. */
export const nameKey = (name: string) => name.normalize('NFC').toLowerCase()
