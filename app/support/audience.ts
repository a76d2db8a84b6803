import type Account from '#app/accounts/account'

/** For whom something is, from the widest to the narrowest. Each includes those after it. */
export const audiences = ['public', 'signed_in', 'staff'] as const
export type Audience = (typeof audiences)[number]

/** Whoever reads: an account that the rule of getting in lets in, or somebody who has not signed in. */
export type Reader = Account | undefined

/**
 * The narrowest audience that a reader belongs to, for what an organization publishes. Staff are that organization's own
 * liaisons, the help desk and the operators; a liaison of another agency is somebody who has signed in.
 */
export function audienceOf(reader: Reader, organizationId: string): Audience {
  if (!reader) return 'public'
  if (reader.has('help_desk') || reader.has('operator')) return 'staff'
  return reader.has('liaison') && reader.organizationId === organizationId ? 'staff' : 'signed_in'
}

/** Whether something for one audience may be shown to a reader of another. */
export const isFor = (reader: Audience, meant: Audience) =>
  audiences.indexOf(meant) <= audiences.indexOf(reader)
