import { Refusal } from '#app/audit/refusal'

/** Why bytes were not taken in, with the status that a web door answers. */
const reasons = {
  'upload.name': 422,
  'upload.name_taken': 409,
  'upload.too_large': 413,
  'upload.no_space': 507,
  'upload.quota': 507,
  'upload.too_many': 503,
  'upload.broken_off': 400,
  'upload.wrong_length': 400,
  'upload.form': 400,
  'upload.store': 503,
} as const
type Reason = keyof typeof reasons

/** An upload that could not be kept. Nothing of it is visible, and what stood under its name before still stands. */
export class UploadRefused extends Refusal {
  constructor(code: Reason, sentence: string, mend?: string, options?: ErrorOptions) {
    super({ allowed: false, code, sentence, mend })
    this.status = reasons[code]
    this.cause = options?.cause
  }

  get sentence() {
    return this.decision.sentence
  }

  get mend() {
    return this.decision.mend
  }
}

export const brokenOff = (cause?: unknown) =>
  new UploadRefused(
    'upload.broken_off',
    'The upload broke off before the whole file had arrived.',
    'Nothing was kept of it. Upload the file again.',
    { cause }
  )

export const unreachable = (cause: unknown) =>
  new UploadRefused(
    'upload.store',
    'The place where files are stored cannot be reached at this moment.',
    'Nothing was kept of this file. Try again in some minutes, or tell the help desk.',
    { cause }
  )
