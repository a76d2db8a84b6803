import { Pouring } from '#app/doors/http/answers/pouring'
import { patience, WebServer } from '#app/doors/http/serving/web_server'
import { now } from '#app/shared/clock'
import { until } from '#tests/support/until'
import { test } from '@japa/runner'
import { once } from 'node:events'
import { request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'

const pieceBytes = 64 * 1024
const pieces = 2000

async function* longFile() {
  for (let at = 0; at < pieces; at++) yield Buffer.alloc(pieceBytes, 'x')
}

/** The tests' own time: nothing here waits for a clock. */
test.group('Who stops in the middle, on real connections', (group) => {
  let server: WebServer
  let port: number
  let time: number
  let asked: IncomingMessage
  let answer: ServerResponse
  let receivedBytes: number
  /** Called when the server may begin to read what it is sent. */
  let read: () => void

  group.each.setup(async () => {
    time = now()
    receivedBytes = 0
    const mayRead = new Promise<void>((resolve) => (read = resolve))
    server = new WebServer(async (incoming, outgoing) => {
      asked = incoming
      answer = outgoing
      asked.on('error', () => {})
      if (incoming.method === 'GET') return void new Pouring(longFile(), () => {}).pipe(outgoing)
      await mayRead
      asked.on('data', (chunk) => (receivedBytes += chunk.length))
      asked.on('end', () => outgoing.end(`${receivedBytes} bytes`))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
    return () => {
      server.closeAllConnections()
      server.close()
    }
  })

  /** So much time passes, and the server looks who has done something meanwhile. */
  const pass = (ms: number) => server.stallWatch.look((time += ms))

  async function anUpload() {
    const client = request({ port, host: '127.0.0.1', method: 'POST' })
    const failure = once(client, 'error').then(([error]) => error.code as string)
    failure.catch(() => {})
    client.write('x')
    await once(server, 'request')
    return { client, failure }
  }

  test('a slow but steady upload succeeds, however long it takes', async ({ assert }) => {
    read()
    const { client } = await anUpload()
    for (let sent = 1; sent <= 20; sent++) {
      await until(() => receivedBytes === sent)
      pass(patience.stallMs - 1)
      client.write('x')
    }
    client.end()
    const [response] = await once(client, 'response')
    assert.equal(await text(response), '21 bytes')
    assert.equal(server.requestTimeout, 0)
  })

  test('an upload that stalls is dropped, and not before its time', async ({ assert }) => {
    read()
    const { client, failure } = await anUpload()
    await until(() => receivedBytes === 1)
    client.write('x')
    await until(() => receivedBytes === 2)
    pass(0)
    pass(patience.stallMs - 1)
    assert.isFalse(asked.destroyed)
    pass(1)
    assert.isTrue(asked.destroyed)
    assert.equal(await failure, 'ECONNRESET')
  })

  test('a sender who waits for us to read is not taken for stalled', async ({ assert }) => {
    const { client } = await anUpload()
    client.end(Buffer.alloc(5_000_000))
    await until(() => asked.readableLength >= asked.readableHighWaterMark)
    for (let looks = 0; looks < 5; looks++) pass(patience.stallMs)
    read()
    const [response] = await once(client, 'response')
    assert.equal(await text(response), '5000001 bytes')
  })

  /** Somebody who reads only when told to. */
  async function aReader() {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    await once(server, 'request')
    const outgoing = answer.socket!
    await until(() => outgoing.writableLength > 0)
    return { socket, takenBytes: () => outgoing.bytesWritten - outgoing.writableLength }
  }

  /** Reads until the server notices that there is room for more. */
  async function readOn(socket: Socket, takenBytes: () => number) {
    const before = takenBytes()
    let bytes = 0
    while (takenBytes() === before) {
      const chunk = socket.read() as Buffer | null
      bytes += chunk?.length ?? 0
      if (!chunk) await new Promise((later) => setImmediate(later))
    }
    return bytes
  }

  test('a slow but steady download is finished, however long it takes', async ({ assert }) => {
    const { socket, takenBytes } = await aReader()
    let bytes = 0
    for (let looks = 0; looks < 10; looks++) {
      bytes += await readOn(socket, takenBytes)
      pass(patience.receiverMs - 1)
      pass(0)
    }
    socket.on('data', (chunk) => (bytes += chunk.length))
    await once(socket, 'end')
    assert.isAbove(bytes, pieces * pieceBytes)
    assert.isTrue(answer.writableFinished)
  })

  test('a download that nobody takes is dropped', async ({ assert }) => {
    const { socket, takenBytes } = await aReader()
    await until(() => {
      pass(patience.receiverMs)
      return answer.destroyed
    })
    assert.isFalse(answer.writableFinished)
    assert.isBelow(takenBytes(), pieces * pieceBytes)
    socket.destroy()
  })
})
