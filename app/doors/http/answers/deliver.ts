import { keptNowhere } from '#app/doors/http/answers/kept_nowhere'
import { byteRange, isAmong } from '#app/doors/http/answers/byte_range'
import { attachment } from '#app/doors/http/answers/disposition'
import { Pouring } from '#app/doors/http/answers/pouring'
import type { Archive } from '#app/files/sending/archive'
import type { Parcel } from '#app/files/sending/parcel'
import type { HttpContext } from '@adonisjs/core/http'
import { Readable } from 'node:stream'

/** Answers a request with a parcel: whole, a part of it, or the word that the client has it already (security rule 20). */
export async function deliver(ctx: HttpContext, parcel: Parcel) {
  const { request, response } = ctx
  toBeKept(response, 'application/octet-stream', parcel.name)
  const { sizeBytes, sha256 } = parcel
  if (sizeBytes === null) return pourOut(ctx, () => parcel.open())

  const etag = `"${sha256}"`
  response.header('ETag', etag)
  response.header('Accept-Ranges', 'bytes')
  if (isAmong(request.header('if-none-match'), etag)) return response.status(304).send('')

  const span = wantedPart(request, etag, sizeBytes)
  if (span === 'unsatisfiable') return refuseRange(ctx, sizeBytes)
  if (span) {
    response.status(206)
    response.header('Content-Range', `bytes ${span.start}-${span.end}/${sizeBytes}`)
  }
  response.header('Content-Length', span ? span.end - span.start + 1 : sizeBytes)
  return pourOut(ctx, () => parcel.open(span ?? undefined))
}

/** Answers a request with several files as one; no part of it can be asked for. */
export async function deliverArchive(ctx: HttpContext, archive: Archive) {
  toBeKept(ctx.response, 'application/zip', archive.name)
  const { sizeBytes } = archive
  if (sizeBytes !== null) ctx.response.header('Content-Length', sizeBytes)
  return pourOut(ctx, () => archive.pieces())
}

function toBeKept(response: HttpContext['response'], mediaType: string, name: string) {
  response.header('Content-Type', mediaType)
  response.header('X-Content-Type-Options', 'nosniff')
  response.header('Cache-Control', keptNowhere)
  response.header('Content-Disposition', attachment(name))
}

/** A range counts only for GET, and after `If-Range` only if the client's part is of the same bytes. */
function wantedPart(request: HttpContext['request'], etag: string, sizeBytes: number) {
  const condition = request.header('if-range')
  if (request.method() !== 'GET' || (condition && condition !== etag)) return null
  return byteRange(request.header('range'), sizeBytes)
}

function refuseRange({ response }: HttpContext, sizeBytes: number) {
  response.header('Content-Range', `bytes */${sizeBytes}`)
  response.removeHeader('Content-Disposition')
  response.header('Content-Type', 'text/plain; charset=utf-8')
  return response.status(416).send('The file has no such part.')
}

type Pieces = AsyncIterable<Buffer>

async function pourOut(
  { request, response, logger }: HttpContext,
  open: () => Pieces | Promise<Pieces>
) {
  /** Only who gets bytes has downloaded something. */
  if (request.method() === 'HEAD') return response.stream(Readable.from([]))
  const broken = (error: Error) => logger.error({ err: error }, 'A download broke off')
  return response.stream(new Pouring(await open(), broken))
}
