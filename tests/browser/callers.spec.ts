import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import { theService } from '#app/audit/actor'
import { deleteFiles } from '#app/files/deleting/file_deletion'
import OrganizationSuspension from '#app/organizations/organization_suspension'
import { day, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { enterAbsence, peopleNamed } from '#app/support/escalation/absence_keeping'
import { publish } from '#app/support/records/publishing'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { theHelpDesk } from '#tests/support/help_desk'
import { anAsked } from '#tests/support/help_requests'
import { aClock } from '#tests/support/later'
import { aFullRecord } from '#tests/support/records'
import { received } from '#tests/support/received'
import { aBrowserOf } from '#tests/support/visiting'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { Page } from 'playwright'

/** DOL with its people, SRR and its quick reference, one file of Ada's, and Hank at the telephone. */
async function theWorld() {
  const cast = await theCast()
  await cast.lena.merge({ phone: '860-555-0102' }).save()
  await cast.ada.merge({ phone: '860-555-0101' }).save()
  const record = await aFullRecord(cast.lena)
  await publish(cast.lena, record.program)
  const file = await received(cast.incoming, cast.ada, 'notes.txt', 'hello')
  return { ...cast, ...record, file, hank: await theHelpDesk() }
}
type World = Awaited<ReturnType<typeof theWorld>>

interface Call {
  /** What the caller says. */
  said: string
  /** What had happened before. */
  before?: (world: World) => Promise<unknown>
  /** What Hank types into the box. */
  typed: string | ((world: World) => string)
  /** What he does then, if the answer does not stand there yet. */
  then?: (page: Page, world: World) => Promise<unknown>
  answer: string | RegExp | ((world: World) => string)
  /** Pages that load between the box and the answer, without scripts; with them, the results need none. */
  pages: number
}

const opens = (name: string | RegExp) => (page: Page) =>
  page.getByRole('link', { name, exact: true }).first().click()

const explains =
  (name: string, what: string, folder = '') =>
  async (page: Page) => {
    await opens(name)(page)
    await page.getByLabel('What the person tries').selectOption({ label: what })
    if (folder) await page.getByLabel('Folder', { exact: true }).fill(folder)
    await page.getByRole('button', { name: 'Explain' }).click()
  }

const lock = () =>
  inTransaction(async (trx) => {
    for (let n = 0; n < 8; n++) await Throttle.take('account:x', brakes.account, trx, 'ada')
  })

const lenaIsAway = async ({ lena }: World) => {
  const [person] = (await peopleNamed(lena)).filter(({ name }) => name === 'Lena Long')
  await enterAbsence(lena, { person: person.key, from: now() - day, until: now() + 9 * day })
}

const whomToCall = opens('Who do I call right now?')

const calls: Call[] = [
  {
    said: 'Who is the owner of SRR?',
    typed: 'SRR owner',
    answer: /Ada Adams[^]*Business program owner of SRR/,
    pages: 1,
  },
  {
    said: 'What is the upload address of staging?',
    typed: 'SRR staging',
    then: opens('SRR: Staging Environment'),
    answer: /Staging Environment[^]*User Upload Target\s+https:\/\/staging\.example\.gov/,
    pages: 2,
  },
  {
    said: 'It is Sunday, 22:10, and uploads fail. Whom do I call?',
    typed: 'SRR',
    then: whomToCall,
    answer: /Sunday[^]*10:10 PM[^]*Call the [^]* help desk at 860-622-2300/,
    pages: 2,
  },
  {
    said: 'Nothing works any more, and Lena does not answer: she is on leave.',
    before: lenaIsAway,
    typed: 'SRR',
    then: async (page) => {
      await whomToCall(page)
      await page.getByLabel('Incident').check()
      await page.getByRole('button', { name: 'Whom do I call?' }).click()
    },
    answer: /Call Ada Adams at 860-555-0101/,
    pages: 3,
  },
  {
    said: 'She cannot sign in since Monday.',
    before: ({ ada, lena }) => AccountDeactivation.begin(lena, ada, 'Moved to another agency'),
    typed: 'Ada Adams',
    then: opens('Ada Adams'),
    answer: /Deactivated\.[^]*Moved to another agency/,
    pages: 2,
  },
  {
    said: 'It says that I have to wait.',
    before: lock,
    typed: 'ada',
    then: opens('Ada Adams'),
    answer: /Unlock[^]*Locked\./,
    pages: 2,
  },
  {
    said: 'It wants a new password each time.',
    before: ({ ada }) => ada.merge({ mustChangePassword: true }).save(),
    typed: 'ada@example.gov',
    then: opens('Ada Adams'),
    answer: 'Must change password.',
    pages: 2,
  },
  {
    said: 'I typed my password right, I am sure.',
    before: () => new Visitor().signIn('ada', 'wrong'),
    typed: 'adams',
    then: opens('Ada Adams'),
    answer: 'Could not sign in: User name or password is not correct.',
    pages: 2,
  },
  {
    said: 'He sees no folder of DOL.',
    typed: 'Otto Orr',
    then: explains('Otto Orr', 'Open a folder', '/DOL/SRR/Incoming'),
    answer: 'The person was never subscribed to this folder',
    pages: 3,
  },
  {
    said: 'Nobody of our agency gets in today.',
    before: ({ opm }) => OrganizationSuspension.begin(theService, opm, 'Contract ended'),
    typed: 'OPM',
    answer: /Office of Policy and Management[^]*Suspended/,
    pages: 1,
  },
  {
    said: 'The file of the 3rd is gone; the receipt says its code.',
    before: ({ ada, incoming, file }) => deleteFiles(ada, incoming, [file.id]),
    typed: ({ file }) => file.code,
    then: (page, { file }) => opens(file.code)(page),
    answer: /It arrived, but it is not there any more[^]*by Ada Adams[^]*can be restored until/,
    pages: 2,
  },
  {
    said: 'The code begins with these four signs: did it arrive?',
    typed: ({ file }) => file.code.slice(0, 6),
    then: (page, { file }) => opens(file.code)(page),
    answer: ({ file }) => `Yes, ${file.code} arrived`,
    pages: 2,
  },
  {
    said: 'Did anybody fetch what I sent?',
    typed: ({ file }) => file.code,
    then: (page, { file }) => opens(file.code)(page),
    answer: /Picked up\s+By nobody yet/,
    pages: 2,
  },
  {
    said: 'Who is my liaison?',
    typed: 'ada',
    then: opens('Ada Adams'),
    answer: /Whom to turn to\s+Lena Long[^]*860-555-0102/,
    pages: 2,
  },
  {
    said: 'Somebody called me from 860 555 0119.',
    typed: '(860) 555-0119',
    answer: /DOL Service Desk[^]*Service desk of SRR/,
    pages: 1,
  },
  {
    said: 'I must talk to a Mrs. Lang, or so.',
    typed: 'Lena Lang',
    answer: /spelled alike[^]*Lena Long/,
    pages: 1,
  },
  {
    said: 'My log says production.example.gov. What is that?',
    typed: 'production.example.gov',
    answer: /SRR: Production Environment/,
    pages: 1,
  },
  {
    said: 'How long do files stay in SRR’s incoming folder?',
    typed: 'SRR incomming',
    then: opens('/DOL/SRR/Incoming'),
    answer: /60 days/,
    pages: 2,
  },
  {
    said: 'What became of my request? It is number H-1001.',
    before: ({ ada }) => anAsked(ada),
    typed: 'h1001',
    then: opens('H-1001'),
    answer: /H-1001[^]*The upload stops at 40 percent/,
    pages: 2,
  },
  {
    said: 'Where is the manual for SRR?',
    typed: 'srr manual',
    then: opens('Manual'),
    answer: 'https://docs.example.gov/manual_1',
    pages: 2,
  },
]

/** 22:10 of the Sunday before last: long enough ago for the ids of this process, which only go up. */
function aSundayNight() {
  const here = DateTime.now().setZone('America/New_York')
  const sunday = here.startOf('week').minus({ days: 1 }).set({ hour: 22, minute: 10 })
  return aClock(here.toMillis() - sunday.toMillis())
}

test.group('A caller waits', (group) => {
  group.each.setup(undone)

  for (const { said, before, typed, then, answer, pages } of calls) {
    for (const scripts of [false, true]) {
      const needed = Math.max(0, pages - (scripts ? 1 : 0))
      test(`“${said}”: pages to the answer: ${needed}, scripts: ${scripts}`, async ({
        assert,
        browser,
        cleanup,
      }) => {
        const clock = aSundayNight()
        cleanup(() => clock.undo())
        const world = await theWorld()
        await before?.(world)
        const page = await aBrowserOf(world.hank, browser, { scripts })
        await page.goto('/help-desk')
        let loads = 0
        page.on('load', () => loads++)
        const words = typeof typed === 'string' ? typed : typed(world)
        await page.getByLabel('Whom or what is it about?').fill(words)
        if (!scripts) await page.getByRole('button', { name: 'Search' }).click()
        await then?.(page, world)
        const wanted = typeof answer === 'function' ? answer(world) : answer
        await page.locator('main').filter({ hasText: wanted }).waitFor({ timeout: 5000 })
        await page.waitForLoadState('load')
        assert.equal(loads, needed)
        await page.context().close()
      })
    }
  }
})
