import { TermsAcceptanceSchema } from '#database/schema'

/** Who accepted which text for an organization, and when. */
export default class TermsAcceptance extends TermsAcceptanceSchema {}
