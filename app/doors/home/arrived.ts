import { Refusal } from '#app/audit/refusal'
import { lineEndingsInWords } from '#app/doors/http/views/wording'
import { receive, type Receipt, type Upload } from '#app/files/receiving/receive'
import logger from '@adonisjs/core/services/logger'
import router from '@adonisjs/core/services/router'
import type { Readable } from 'node:stream'

/**
 * What came of one file of an upload form. A script that sends `Accept: application/json` gets these, in the order
 * of the form, as `{ "arrivals": [ … ] }`; a form that is refused as a whole (403, 413, 422 …) gets
 * `{ "code", "sentence", "mend" }` instead.
 */
export interface Arrived {
  /** As it was sent. */
  name: string
  /** `held`: the session ended meanwhile; it waits for a confirmation at the next sign-in. */
  outcome: 'uploaded' | 'refused' | 'held' | 'waiting'
  /** For a person: "Uploaded report.csv.", or why it was refused. */
  sentence?: string
  /** What else to say: "This is version 2.", or how a refusal can be mended. */
  notes?: string[]
  /** Of a refusal: "upload.name", "upload.too_large", … */
  code?: string
  /** Of an uploaded file. */
  file?: {
    id: string
    /** The address of its waybill. */
    waybill: string
    sizeBytes: number
    sha256: string
    versionNumber: number
    lineEndingsChanged: number
  }
}

/** Receives one file; what became of it is the answer, whatever it was. */
export async function arrived(stream: Readable, upload: Upload): Promise<Arrived> {
  const name = String(upload.name)
  try {
    return uploaded(await receive(stream, upload))
  } catch (error) {
    if (error instanceof Refusal) return refused(name, error)
    logger.error({ err: error, requestId: upload.sender.origin?.requestId }, 'An upload failed')
    return {
      name,
      outcome: 'refused',
      code: 'upload.failed',
      sentence: 'The service could not keep this file.',
      notes: [
        `Upload it again. The help desk finds the cause by ${upload.sender.origin?.requestId}.`,
      ],
    }
  }
}

function uploaded(receipt: Receipt): Arrived {
  const { file, version, lineEndingsChanged } = receipt
  return {
    name: file.name,
    outcome: 'uploaded',
    sentence: `Uploaded ${file.name}.`,
    notes: notesOn(receipt),
    file: {
      id: file.id,
      waybill: router.makeUrl('files.show', { id: file.id }),
      sizeBytes: version.sizeBytes,
      sha256: version.sha256,
      versionNumber: version.number,
      lineEndingsChanged,
    },
  }
}

function notesOn({ version, isNewVersion, lineEndingsChanged, isKeptAsItWas }: Receipt) {
  return [
    isNewVersion ? `This is version ${version.number}; the earlier one is kept.` : '',
    lineEndingsChanged ? `${lineEndingsInWords(lineEndingsChanged)} changed.` : '',
    isKeptAsItWas ? 'It is not text, so ASCII mode kept it byte for byte.' : '',
  ].filter(Boolean)
}

function refused(name: string, { decision }: Refusal): Arrived {
  const { code, sentence, mend } = decision
  const outcome = code === 'upload.held' ? 'held' : 'refused'
  return { name, outcome, code, sentence, notes: mend ? [mend] : [] }
}
