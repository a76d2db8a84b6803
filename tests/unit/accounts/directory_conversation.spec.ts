import { Conversation, type DirectoryQuestions } from '#app/accounts/ldap/conversation'
import { DirectoryTrouble } from '#app/accounts/ldap/trouble'
import service from '#config/service'
import { base, DirectoryServer, searchDn, searchPassword } from '#tests/support/directory_server'
import { freePort } from '#tests/support/free_port'
import { without } from '#tests/support/programs'
import { aClosedMouth, startTlsServer } from '#tests/support/closed_mouth'
import { certificateFor } from '#tests/support/certificate'
import { aTappedLine } from '#tests/support/tapped_line'
import { test } from '@japa/runner'

/** Begins the answer "yes" to the next message; the directory's own answer, a no of 14 bytes, would become its last word. */
const beginningOfYes = Buffer.from('301a0201036115' + '0a0100' + '0400' + '040e', 'hex')

const guidOfAda = '00ff80c3281122334455667788990a0b'

test.group('A conversation with a directory', (group) => {
  let server: DirectoryServer
  group.setup(async () => {
    service.allowsLoopbackDirectories = true
    if (!without('slapd', 'openssl')[0]) server = await DirectoryServer.start()
    return async () => {
      service.allowsLoopbackDirectories = false
      await server?.remove()
    }
  })
  group.tap((each) => each.skip(...without('slapd', 'openssl')))

  const questions = (more: Partial<DirectoryQuestions> = {}): DirectoryQuestions => ({
    address: server.address(),
    caCertificate: server.caCertificate,
    baseDn: base,
    searchDn,
    searchPassword,
    usernameAttribute: 'uid',
    objectIdAttribute: 'entryUUID',
    ...more,
  })

  async function asked<T>(more: Partial<DirectoryQuestions>, ask: (c: Conversation) => Promise<T>) {
    const conversation = new Conversation(questions(more))
    try {
      await conversation.begin()
      return await ask(conversation)
    } finally {
      await conversation.end()
    }
  }

  /** At which step it failed, and what was said of it. */
  const trouble = (more: Partial<DirectoryQuestions>) =>
    asked(more, async (c) => c.findBase()).then(
      () => undefined,
      (error) => {
        if (error instanceof DirectoryTrouble) return [error.step, error.sentence] as const
        throw error
      }
    )

  for (const scheme of ['ldaps', 'ldap'] as const) {
    test(`finds a person and takes the right password alone, over ${scheme}`, async ({
      assert,
    }) => {
      await asked({ address: server.address(scheme) }, async (conversation) => {
        const found = await conversation.find('ada')
        assert.lengthOf(found, 1)
        assert.equal(found[0].dn, `uid=ada,ou=People,${base}`)
        assert.match(found[0].objectId!, /^[0-9a-f-]{36}$/)
        assert.isFalse(await conversation.takes(found[0].dn, 'ada-Windows-2'))
        assert.isTrue(await conversation.takes(found[0].dn, 'ada-Windows-1'))
      })
    })
  }

  test('never asks with an empty password, which a directory would take for nobody at all', async ({
    assert,
  }) => {
    await asked({}, async (conversation) => {
      assert.isFalse(await conversation.takes(`uid=ada,ou=People,${base}`, ''))
      assert.isFalse(await conversation.takes('', 'ada-Windows-1'))
    })
  })

  test('a user name is a value, never a part of the question: {$self}')
    .with([
      '*',
      'a*',
      'ada)(uid=*',
      '*)(objectClass=*',
      'ada\\',
      '\\2a',
      'ada\0',
      ')(uid=*',
      '',
      'a(d)a',
    ])
    .run(async ({ assert }, username) => {
      await asked({}, async (conversation) => {
        assert.deepEqual(await conversation.find(username), [])
      })
    })

  test('finds several of one name, and says so', async ({ assert }) => {
    await asked({}, async (conversation) => {
      assert.lengthOf(await conversation.find('twin'), 2)
    })
  })

  test('whoever is shut out there is not let in: {$self}')
    .with(['gone', 'old'])
    .run(async ({ assert }, username) => {
      await asked({}, async (conversation) => {
        const [{ dn }] = await conversation.find(username)
        assert.isFalse(await conversation.takes(dn, `${username}-Windows-1`))
      })
    })

  test('nothing that a stranger says before the encryption counts as an answer', async ({
    assert,
    cleanup,
  }) => {
    const line = await aTappedLine(server.ports.ldap, beginningOfYes)
    cleanup(line.close)
    const address = `ldap://localhost:${line.port}`
    const found = await trouble({ address, searchPassword: 'wrong' })
    assert.isTrue(line.wasTapped())
    assert.equal(found?.[0], 'search_account')
  })

  test('reads the id of Active Directory as the bytes that it is', async ({ assert }) => {
    const windows = { usernameAttribute: 'sAMAccountName', objectIdAttribute: 'objectGUID' }
    await asked(windows, async (conversation) => {
      const [{ objectId }] = await conversation.find('ada')
      assert.equal(objectId, guidOfAda)
    })
  })

  test('an entry without an id has none', async ({ assert }) => {
    await asked({ objectIdAttribute: 'objectGUID' }, async (conversation) => {
      assert.deepInclude((await conversation.find('berta'))[0], { objectId: null })
    })
  })

  test('says that the certificate is of nobody it trusts', async ({ assert }) => {
    assert.deepEqual(await trouble({ caCertificate: null }), [
      'encryption',
      'Waybill does not trust localhost: nobody whom Waybill trusts vouches for its certificate. Paste the certificate of the authority that issued it.',
    ])
  })

  test('the same with StartTLS, before any password is sent', async ({ assert }) => {
    const [step] = (await trouble({ address: server.address('ldap'), caCertificate: null }))!
    assert.equal(step, 'encryption')
  })

  test('says that the certificate is for another name', async ({ assert }) => {
    const [step, sentence] = (await trouble({ address: server.address('ldaps', '127.0.0.1') }))!
    assert.equal(step, 'encryption')
    assert.include(sentence, 'its certificate is for localhost, not for 127.0.0.1.')
  })

  test('says that the certificate has expired', async ({ assert, cleanup }) => {
    const old = await DirectoryServer.start('localhost', -1)
    cleanup(() => old.remove())
    const [step, sentence] = (await trouble({
      address: old.address(),
      caCertificate: old.caCertificate,
    }))!
    assert.equal(step, 'encryption')
    assert.include(sentence, 'its certificate has expired')
  })

  test('says that a certificate vouches for itself', async ({ assert, cleanup }) => {
    const own = await certificateFor('localhost')
    const silent = await startTlsServer(own)
    cleanup(own.remove)
    cleanup(silent.close)
    const [step, sentence] = (await trouble({
      address: `ldaps://localhost:${silent.port}`,
      caCertificate: null,
    }))!
    assert.equal(step, 'encryption')
    assert.include(sentence, 'self-signed')
  })

  test('says that a port without encryption has none', async ({ assert }) => {
    const plain = server.address('ldap').replace('ldap:', 'ldaps:')
    const [step, sentence] = (await trouble({ address: plain }))!
    assert.equal(step, 'encryption')
    assert.match(sentence, /does not speak TLS|no encrypted connection came about/)
  })

  test('says that nobody answers there', async ({ assert }) => {
    const port = await freePort()
    assert.deepEqual(await trouble({ address: `ldaps://localhost:${port}` }), [
      'port',
      `localhost refuses connections at port ${port}: no directory answers there.`,
    ])
  })

  test('says that there is no such name', async ({ assert }) => {
    const [step] = (await trouble({ address: 'ldaps://no-such-host.invalid' }))!
    assert.equal(step, 'name')
  })

  test('waits for who never answers, but not for ever', async ({ assert, cleanup }) => {
    const silent = await aClosedMouth()
    cleanup(silent.close)
    const began = performance.now()
    const [step] = (await trouble({ address: `ldap://localhost:${silent.port}` }))!
    assert.equal(step, 'encryption')
    assert.isBelow(performance.now() - began, 10_500)
  }).timeout(15_000)

  test('says that the search account is refused', async ({ assert }) => {
    assert.deepEqual(await trouble({ searchPassword: 'wrong' }), [
      'search_account',
      'The directory does not accept the name and the password of the search account.',
    ])
    assert.equal((await trouble({ searchPassword: '' }))?.[0], 'search_account')
  })

  test('says that there is nothing where it should search', async ({ assert }) => {
    const [step, sentence] = (await trouble({ baseDn: `ou=Nowhere,${base}` }))!
    assert.equal(step, 'base')
    assert.include(sentence, 'There is nothing at “ou=Nowhere')
  })

  test('asks nothing on this machine unless an operator allows it', async ({ assert, cleanup }) => {
    service.allowsLoopbackDirectories = false
    cleanup(() => void (service.allowsLoopbackDirectories = true))
    for (const address of [
      'ldaps://localhost',
      'ldaps://127.0.0.1',
      'ldaps://[::1]',
      'ldaps://2130706433',
      'ldaps://[::ffff:127.0.0.1]',
    ]) {
      assert.equal((await trouble({ address }))?.[0], 'name', address)
    }
  })
})
