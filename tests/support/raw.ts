import type { ApiRequest } from '@japa/api-client'

/** The answer's body as the bytes that came: `response.body()` is a Buffer then. */
export function raw(request: ApiRequest) {
  request.request.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = []
    const stream = response as unknown as NodeJS.ReadableStream
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => done(null, Buffer.concat(chunks)))
  })
  return request
}
