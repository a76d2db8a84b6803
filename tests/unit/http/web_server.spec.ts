import { WebServer, patience } from '#app/doors/http/serving/web_server'
import { until } from '#tests/support/until'
import { test } from '@japa/runner'
import { once } from 'node:events'
import { Agent, get, request, type ClientRequest, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'

const quick = { ...patience, headersMs: 400, stallMs: 200, receiverMs: 200, drainMs: 300 }

/** Answers with how much it was sent, once all is there. */
const counting = async (incoming: IncomingMessage, answer: any) => {
  if (incoming.url === '/slow-reader') await pause(700)
  let bytes = 0
  incoming.on('error', () => {})
  for await (const chunk of incoming) bytes += chunk.length
  answer.end(`${bytes} ${incoming.headers['x-request-id'] ?? 'none'}`)
}

async function answerTo(client: ClientRequest) {
  const [response] = (await once(client, 'response')) as [IncomingMessage]
  return { status: response.statusCode, headers: response.headers, body: await text(response) }
}

test.group('The web server', (group) => {
  let server: WebServer
  let port: number

  const upload = (path = '/', headers = {}) => {
    const client = request({ port, path, method: 'POST', headers })
    client.on('error', () => {})
    return client
  }

  group.each.setup(async () => {
    server = new WebServer(
      (incoming, answer) => void counting(incoming, answer).catch(() => {}),
      quick
    )
    server.listen(0)
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
    return () => {
      server.closeAllConnections()
      server.close()
    }
  })

  test('an upload that stalls is dropped', async ({ assert }) => {
    const client = upload()
    client.write('x')
    const [error] = await once(client, 'error')
    assert.equal(error.code, 'ECONNRESET')
  })

  test('an answer may take longer than a stall', async ({ assert }) => {
    const client = get({ port, path: '/slow-reader' })
    assert.equal((await answerTo(client)).status, 200)
  })

  test('who never finishes the head of a request is dropped', async ({ assert }) => {
    const socket = connect(port)
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-A: ')
    await once(socket.resume(), 'close')
    assert.isTrue(socket.closed)
  })

  test('a request keeps a name that it came with only if that is a plain one', async ({
    assert,
  }) => {
    for (const [name, kept] of [
      ['0a1b2c3d-proxy', '0a1b2c3d-proxy'],
      ['short', 'none'],
      ['x'.repeat(61), 'none'],
      ['{"level":60,"a":1}', 'none'],
    ]) {
      const client = get({ port, headers: { 'X-Request-Id': name } })
      assert.equal((await answerTo(client)).body, `0 ${kept}`)
    }
  })

  test('when it stops, what is under way ends well, and nothing new begins', async ({ assert }) => {
    const client = upload('/', { Connection: 'keep-alive' })
    client.write('half')
    await once(server, 'request')
    const closed = new Promise<void>((done) => server.close(() => done()))

    const late = get({ port })
    const [refused] = await once(late, 'error')
    assert.equal(refused.code, 'ECONNREFUSED')

    client.end('half')
    const { body, headers } = await answerTo(client)
    assert.equal(body, '8 none')
    assert.equal(headers.connection, 'close')
    await closed
  })

  test('connections that wait for nothing do not keep it from stopping', async ({ assert }) => {
    const agent = new Agent({ keepAlive: true })
    const used = await answerTo(get({ port, agent }))
    assert.equal(used.status, 200)
    const unused = connect(port)
    await once(unused, 'connect')
    await new Promise<void>((done) => server.close(() => done()))
    await until(() => unused.destroyed || unused.readableEnded || unused.resume())
  })

  test('what does not end in time is cut', async ({ assert }) => {
    const client = upload()
    const timer = setInterval(() => client.write('x'), 20)
    await once(server, 'request')
    server.close()
    const [error] = await once(client, 'error')
    clearInterval(timer)
    assert.include(['ECONNRESET', 'EPIPE'], error.code)
  })
})
