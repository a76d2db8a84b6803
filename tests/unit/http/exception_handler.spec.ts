import HttpExceptionHandler from '#app/doors/http/answers/exception_handler'
import { isBusy } from '#app/doors/http/answers/busy'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'

const hidden = 'insert into `files` - SQLITE_IOERR: /srv/waybill/storage/x.sqlite3 errno -5'

async function answerTo(error: unknown, accept: string) {
  const ctx = await testUtils.createHttpContext()
  ctx.request.request.headers.accept = accept
  await new HttpExceptionHandler().handle(error, ctx)
  const body = ctx.response.getBody()
  return { ctx, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

test.group('What those outside learn of an error', () => {
  test('a number to ask about, and nothing of the inside')
    .with(['text/html', 'application/json', 'application/vnd.api+json'])
    .run(async ({ assert }, accept) => {
      const { ctx, body } = await answerTo(new Error(hidden), accept)
      assert.equal(ctx.response.getStatus(), 500)
      assert.notMatch(body, /sqlite|srv|errno|insert|\.ts/i)
      if (accept !== 'application/vnd.api+json') assert.include(body, ctx.request.id()!)
    })

  test('what is thrown need not be an error', async ({ assert }) => {
    for (const thrown of ['text', null, undefined, 42]) {
      const { ctx } = await answerTo(thrown, 'text/html')
      assert.equal(ctx.response.getStatus(), 500)
    }
  })

  test('when the page of the error fails, words alone are left', async ({ assert }) => {
    const ctx = await testUtils.createHttpContext()
    ctx.request.request.headers.accept = 'text/html'
    ctx.view.render = () => Promise.reject(new Error(hidden))
    await new HttpExceptionHandler().handle(new Error(hidden), ctx)
    assert.equal(ctx.response.getStatus(), 500)
    assert.match(String(ctx.response.getBody()), /^The service could not do this/)
    assert.include(ctx.response.getBody(), ctx.request.id()!)
  })

  test('a busy database is a 503 that says when to come back', async ({ assert }) => {
    for (const code of ['SQLITE_BUSY', '40001', '53300']) {
      const { ctx, body } = await answerTo(Object.assign(new Error(hidden), { code }), 'text/html')
      assert.equal(ctx.response.getStatus(), 503)
      assert.equal(ctx.response.getHeader('retry-after'), '5')
      assert.include(body, 'busy')
    }
    assert.isFalse(isBusy(null))
    assert.isFalse(isBusy(new Error('SQLITE_BUSY')))
  })
})
