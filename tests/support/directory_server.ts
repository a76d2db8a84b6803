import { authority, type Issued } from '#tests/support/authority'
import { freePort } from '#tests/support/free_port'
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { until } from '#tests/support/until'

const run = promisify(execFile)
const path = { PATH: `${process.env.PATH}:/usr/sbin` }

export const base = 'dc=labor,dc=example'
export const searchDn = `cn=waybill,${base}`
export const searchPassword = 'search-Secret-9'

interface Entry {
  dn: string
  [attribute: string]: string | string[] | Buffer
}

const personNamed = (
  uid: string,
  password: string,
  more: Record<string, string | Buffer> = {}
) => ({
  dn: `uid=${uid},ou=People,${base}`,
  objectClass: ['inetOrgPerson', 'windowsPerson'],
  uid,
  cn: uid,
  sn: uid,
  userPassword: password,
  ...more,
})

/** Whoever is in the directory of every test, and with which password. */
export const entries: Entry[] = [
  { dn: base, objectClass: ['dcObject', 'organization'], dc: 'labor', o: 'Labor' },
  {
    dn: searchDn,
    objectClass: ['applicationProcess', 'simpleSecurityObject'],
    cn: 'waybill',
    userPassword: searchPassword,
  },
  { dn: `ou=People,${base}`, objectClass: 'organizationalUnit', ou: 'People' },
  { dn: `ou=Twins,${base}`, objectClass: 'organizationalUnit', ou: 'Twins' },
  {
    dn: `cn=policy,${base}`,
    objectClass: ['applicationProcess', 'pwdPolicy'],
    cn: 'policy',
    pwdAttribute: 'userPassword',
    pwdLockout: 'TRUE',
    pwdMaxAge: String(365 * 24 * 3600),
  },
  personNamed('ada', 'ada-Windows-1', {
    sAMAccountName: 'ada',
    objectGUID: Buffer.from('00ff80c3281122334455667788990a0b', 'hex'),
  }),
  personNamed('berta', 'berta-Windows-1'),
  personNamed('gone', 'gone-Windows-1', { pwdAccountLockedTime: '000001010000Z' }),
  personNamed('old', 'old-Windows-1', { pwdChangedTime: '20200101000000Z' }),
  personNamed('twin', 'twin-Windows-1'),
  { ...personNamed('twin', 'twin-Windows-2'), dn: `uid=twin,ou=Twins,${base}` },
]

/** A real OpenLDAP on free ports of this machine, with an authority of its own. */
export class DirectoryServer {
  ports = { ldap: 0, ldaps: 0 }
  #child?: ChildProcess

  private constructor(
    readonly folder: string,
    readonly certificates: Awaited<ReturnType<typeof authority>>
  ) {}

  static async start(name = 'localhost', days = 1) {
    const folder = await mkdtemp(join(tmpdir(), 'waybill-slapd-'))
    const certificates = await authority(folder)
    const server = new DirectoryServer(folder, certificates)
    await server.#configure(await certificates.issue(name, days))
    await server.begin()
    return server
  }

  get caCertificate() {
    return this.certificates.certificate
  }

  address(scheme: 'ldap' | 'ldaps' = 'ldaps', host = 'localhost') {
    return `${scheme}://${host}:${this.ports[scheme]}`
  }

  async begin() {
    this.ports = { ldap: await freePort(), ldaps: await freePort() }
    const places = `ldap://127.0.0.1:${this.ports.ldap} ldaps://127.0.0.1:${this.ports.ldaps}`
    const config = join(this.folder, 'slapd.conf')
    const child = spawn('slapd', ['-f', config, '-h', places, '-d', '0'], {
      env: path,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    this.#child = child
    await until(() => child.exitCode !== null || answers(this.ports.ldaps))
    if (child.exitCode !== null) throw new Error(`slapd ended with ${child.exitCode}`)
  }

  /** Like a power cut; `begin` brings it back, at other ports. */
  async end() {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }

  async remove() {
    await this.end()
    await rm(this.folder, { recursive: true, force: true })
  }

  /** The same person with all attributes, but another object: as if somebody had left and another had come. */
  async replace(uid: string) {
    const entry = entries.find(({ dn }) => dn.startsWith(`uid=${uid},`))!
    const root = [
      '-x',
      '-H',
      this.address('ldap', '127.0.0.1'),
      '-D',
      `cn=root,${base}`,
      '-w',
      'root',
    ]
    await run('ldapdelete', [...root, entry.dn])
    const file = join(this.folder, 'one.ldif')
    await writeFile(file, ldif([entry]))
    await run('ldapadd', [...root, '-f', file])
  }

  async #configure({ certPath, keyPath }: Issued) {
    const data = join(this.folder, 'data')
    await mkdir(data)
    const config = join(this.folder, 'slapd.conf')
    await writeFile(config, configuration(this.folder, { data, certPath, keyPath }))
    await writeFile(join(this.folder, 'all.ldif'), ldif(entries))
    await run('slapadd', ['-f', config, '-l', join(this.folder, 'all.ldif')], { env: path })
  }
}

const configuration = (folder: string, at: { data: string; certPath: string; keyPath: string }) => `
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
attributetype ( 1.2.840.113556.1.4.2 NAME 'objectGUID' EQUALITY octetStringMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 SINGLE-VALUE )
attributetype ( 1.2.840.113556.1.4.221 NAME 'sAMAccountName' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )
objectclass ( 1.3.6.1.4.1.99999.1 NAME 'windowsPerson' AUXILIARY MAY ( objectGUID $ sAMAccountName ) )
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload ppolicy
pidfile ${folder}/pid
TLSCertificateFile ${at.certPath}
TLSCertificateKeyFile ${at.keyPath}
disallow bind_anon
database mdb
directory ${at.data}
suffix "${base}"
rootdn "cn=root,${base}"
rootpw root
overlay ppolicy
ppolicy_default "cn=policy,${base}"
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="${searchDn}" read by * none
`

const ldif = (list: Entry[]) => list.map(record).join('\n')

const record = ({ dn, ...attributes }: Entry) =>
  [
    `dn: ${dn}`,
    ...Object.entries(attributes).flatMap(([name, values]) => lines(name, values)),
    '',
  ].join('\n')

const lines = (name: string, values: string | string[] | Buffer) =>
  [values].flat().map((value) => `${name}:: ${Buffer.from(value as string).toString('base64')}`)

function answers(port: number) {
  const socket = connect(port, '127.0.0.1')
  return new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  }).finally(() => socket.destroy())
}
