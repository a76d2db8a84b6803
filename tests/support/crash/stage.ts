import Account from '#app/accounts/account'
import File from '#app/files/file'
import FileVersion from '#app/files/file_version'
import { receive } from '#app/files/receiving/receive'
import { reconcile, sweepBlobs } from '#app/files/deleting/reconcile'
import Folder from '#app/folders/folder'
import { hour, now, type Instant } from '#app/shared/clock'
import service from '#config/service'
import { bytesOf, sha256 } from '#tests/support/bytes'
import { theCast } from '#tests/support/cast'
import { chance } from '#tests/support/random'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'

/** What a sender was told. */
export interface Acknowledged {
  fileId: string
  number: number
  sha256: string
  sizeBytes: number
}

/** Ada and her home folder, made by the first process that comes. */
export async function theStage() {
  const ada = await Account.query()
    .where('username', 'ada')
    .preload('organization')
    .preload('grants')
    .first()
  if (!ada) return theCast().then((cast) => ({ ada: cast.ada, home: cast.adasHome }))
  return { ada, home: (await Folder.homeOf(ada))! }
}

/** Several uploads at once, one after the other, of every kind, until the process dies. */
export async function uploadOn(stage: Awaited<ReturnType<typeof theStage>>, seed: number) {
  const lane = async (luck: ReturnType<typeof chance>) => {
    for (;;) await uploadOne(stage, luck)
  }
  const lanes = Array.from({ length: 6 }, (_, at) => lane(chance(seed * 100 + at)))
  process.send!({ uploading: true })
  await Promise.all(lanes)
}

async function uploadOne(
  { ada, home }: Awaited<ReturnType<typeof theStage>>,
  luck: ReturnType<typeof chance>
) {
  const length = luck.one([0, 20, 10_000, 10_000, 100_000, 600_000])
  const line = `${luck.next()} of a file\r\n`
  const bytes = Buffer.from(line.repeat(Math.ceil(length / line.length)))
  const isAscii = luck.below(4) === 0
  const { file, version } = await receive(Readable.from(pieces(bytes)), {
    folder: home,
    sender: ada,
    name: `file ${luck.below(200)}.txt`,
    mode: isAscii ? 'ascii' : 'binary',
    via: 'test',
  })
  const told = isAscii ? Buffer.from(bytes.toString().replaceAll('\r\n', '\n')) : bytes
  process.send!({
    acknowledged: {
      fileId: file.id,
      number: version.number,
      sha256: sha256(told),
      sizeBytes: told.length,
    } satisfies Acknowledged,
  })
}

function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

/** Throws unless everything acknowledged is there, nothing partial is visible and nothing is left over. */
export async function check(acknowledged: Acknowledged[], since: Instant) {
  await reconcile(now() + hour)
  await sweepBlobs(now() + hour)
  for (const { fileId, number, ...told } of acknowledged) {
    const version = await FileVersion.query().where({ fileId, number }).first()
    if (!version) throw new Error(`Version ${number} of ${fileId} was acknowledged and is lost`)
    if (version.sha256 !== told.sha256 || version.sizeBytes !== told.sizeBytes) {
      throw new Error(`Version ${number} of ${fileId} is not what was sent`)
    }
  }
  await checkVersions(since)
  await checkVisible()
}

/** Whatever a row names is stored whole (what is older was looked at before), and nothing else is stored. */
async function checkVersions(since: Instant) {
  const versions = await FileVersion.all()
  for (const version of versions.filter(({ createdAt }) => createdAt >= since)) {
    const bytes = await bytesOf(version.blobKey)
    if (sha256(bytes) !== version.sha256) throw new Error(`The bytes of ${version.id} are damaged`)
  }
  const named = versions.flatMap(({ blobKey, originalBlobKey }) => [blobKey, originalBlobKey])
  const wanted = new Set(named.filter((key) => key !== null).map((key) => basename(key)))
  const stored = new Set(await storedNames())
  if (wanted.difference(stored).size) throw new Error('Bytes that a row names are gone')
  const strange = stored.difference(wanted).size
  if (strange) throw new Error(`${strange} files are left that nobody names`)
}

async function storedNames() {
  const entries = await readdir(join(service.storagePath, 'files'), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

/** The listing's row says the same as the version that it shows, and the folder's counters say the same as its rows. */
async function checkVisible() {
  const files = await File.query().preload('folder')
  for (const file of files) {
    const version = await file.currentVersion()
    if (version.sha256 !== file.sha256) throw new Error(`The row of ${file.id} is not its version`)
  }
  const home = files[0]?.folder
  const total = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  if (home && (home.fileCount !== files.length || home.sizeBytes !== total)) {
    throw new Error('The counters of the folder are wrong')
  }
}
