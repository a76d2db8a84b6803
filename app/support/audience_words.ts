import type { Audience } from '#app/support/audience'

/** Who sees something, beside it and in the list that it is chosen from. */
export const audienceWords: Record<Audience, string> = {
  public: 'Everybody',
  signed_in: 'Everybody signed in',
  staff: 'Staff',
}

/** Who staff are: said where it is chosen. */
export const staffInWords =
  'Staff: the liaisons of your agency, the help desk and the operators of the service.'
