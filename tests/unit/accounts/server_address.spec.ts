import { mayBeAsked, readAddress } from '#app/accounts/ldap/server_address'
import { test } from '@japa/runner'

test.group('The address of a directory', () => {
  test('{0}')
    .with([
      ['ldaps://dc1.agency.example', { isTls: true, host: 'dc1.agency.example', port: 636 }],
      ['ldap://dc1.agency.example', { isTls: false, host: 'dc1.agency.example', port: 389 }],
      ['ldaps://dc1.agency.example:3269/', { isTls: true, host: 'dc1.agency.example', port: 3269 }],
      ['ldaps://[2001:db8::1]', { isTls: true, host: '2001:db8::1', port: 636 }],
    ] as const)
    .run(({ assert }, [text, address]) => assert.deepEqual(readAddress(text), address))

  test('is not: {$self}')
    .with([
      'dc1.agency.example',
      'https://dc1.agency.example',
      'ldaps://',
      'ldaps://dc1.agency.example:22',
      'ldaps://dc1.agency.example:8080',
      'ldaps://somebody:secret@dc1.agency.example',
      'ldaps://dc1.agency.example/dc=agency',
      'ldaps://dc1.agency.example?x',
      'ldaps://-a',
      'ldaps://a b',
      'ldapi://%2fvar%2frun%2fslapd',
    ])
    .run(({ assert }, text) => assert.property(readAddress(text), 'fault'))

  test('no liaison sends the service there: {$self}')
    .with([
      '127.0.0.1',
      '127.8.8.8',
      '0.0.0.0',
      '169.254.169.254',
      '224.0.0.1',
      '255.255.255.255',
      '::1',
      '::',
      '::ffff:127.0.0.1',
      '::ffff:169.254.169.254',
      'fe80::1',
      'ff02::1',
      '64:ff9b::7f00:1',
    ])
    .run(({ assert }, ip) => assert.isFalse(mayBeAsked(ip, 636)))

  test('a directory stands where an agency keeps it: {$self}')
    .with(['10.1.2.3', '192.168.1.1', '172.16.0.9', '203.0.113.9', '2001:db8::1', 'fd12::1'])
    .run(({ assert }, ip) => {
      assert.isTrue(mayBeAsked(ip, 636))
      assert.isFalse(mayBeAsked(ip, 22))
    })
})
