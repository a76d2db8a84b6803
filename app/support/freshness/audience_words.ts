import type { Audience } from '#app/support/audience'

/** Who sees something, as a sentence says it. */
export const audienceWords: Record<Audience, string> = {
  public: 'everybody',
  signed_in: 'everybody who signs in',
  staff: 'staff',
}
