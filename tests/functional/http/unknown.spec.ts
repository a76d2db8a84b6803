import { theService } from '#app/audit/actor'
import AccessReview from '#app/folders/reviews/access_review'
import AccessReviewItem from '#app/folders/reviews/access_review_item'
import HeldUpload from '#app/files/receiving/held_upload'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { accessByRoute } from '#app/doors/http/access/declared_access'
import type Account from '#app/accounts/account'
import Absence from '#app/support/escalation/absence'
import Holiday from '#app/support/escalation/holiday'
import Departure from '#app/folders/departures/departure'
import { applyByMail } from '#app/folders/imports/import_applying'
import { day, now } from '#app/shared/clock'
import { anAnnouncement } from '#tests/support/announcements'
import { person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFile } from '#tests/support/files'
import { aPartner } from '#tests/support/partner'
import { anAsked } from '#tests/support/help_requests'
import { previewed, tableOf } from '#tests/support/imports'
import { aProgram } from '#tests/support/records'
import { aRequest } from '#tests/support/requests'
import type { ApiClient } from '@japa/api-client'
import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { v7 as uuidv7 } from 'uuid'

/** Something of Ada's or of DOL's for each word of an address that names one thing. */
async function adasThings() {
  const cast = await theCast()
  const { ada, adasHome, dol, lena } = cast
  const held = await HeldUpload.create({
    accountId: ada.id,
    folderId: adasHome.id,
    name: 'held.txt',
    transferMode: 'binary',
    blobKey: 'x',
    sizeBytes: 1,
    sha256: 'x',
    isText: true,
    lineEndingsChanged: 0,
  })
  const things: Record<string, string> = {
    'folders': adasHome.id,
    'files': (await aFile(adasHome, ada, 'n.txt')).id,
    'held-uploads': held.id,
    'profile': (await signedIn(ada)).session!.id,
    'help': (await anAsked(ada)).id,
    'help-requests': (await anAsked(ada, { happened: 'Another one.' })).id,
    'access-requests': (await aRequest(dol)).id,
    'accounts': ada.id,
    'subscriptions': (await FolderSubscription.findByOrFail('accountId', ada.id)).id,
    'offers': (await anOfferToAPartner(cast)).id,
    'reviews': (await AccessReview.start(theService, dol))!.id,
    'review-items': (await AccessReviewItem.firstOrFail()).id,
    'imports': await anImport(lena),
    'departures': await aDeparture(lena),
    'announcements': (await anAnnouncement(lena, dol)).id,
    'programs': (await aProgram(lena)).id,
    'absences': await anAbsence(lena),
    'holidays': await aHoliday(lena),
  }
  return { ...cast, things }
}

/** Neither side of it is the stranger's. */
async function anOfferToAPartner({ lena, incoming }: Awaited<ReturnType<typeof theCast>>) {
  const { partner } = await aPartner()
  return SubscriptionOffer.make(lena, incoming, {
    askedOrganization: partner,
    named: 'paul',
    fullName: 'Paul Park',
    level: 'viewer',
    purpose: 'Payroll files',
  })
}

/** Applied, so that all of Lena's agency may know of it. */
async function anImport(lena: Account) {
  const wanted = await previewed(lena, tableOf(1))
  await applyByMail(lena, wanted)
  return wanted.id
}

async function anAbsence({ organizationId }: Account) {
  const times = { fromAt: now(), untilAt: now() + day }
  return (await Absence.create({ organizationId, name: 'Ada Adams', ...times })).id
}

async function aHoliday({ organizationId, organization }: Account) {
  const holiday = await Holiday.create({
    organizationId,
    day: '2027-07-05',
    name: `Day of ${organization.shortName}`,
  })
  return holiday.id
}

async function aDeparture(lena: Account) {
  const leaving = await person(lena.organization, 'leo', 'Leo Leaving')
  await Departure.begin(lena, leaving, { leftAt: now() + day, homeDays: 30 })
  return (await Departure.firstOrFail()).id
}

/**
 * Every route that names one thing, as addresses for a given id. The consoles of the operator and of the help desk keep all
 * organizations: who may not enter them learns nothing of what is in there.
 */
const doorsToOne = () =>
  accessByRoute(router)
    .filter(({ pattern, access }) => /:(\w+_)?id\b/.test(pattern) && access[0] !== 'anyone')
    .filter(({ pattern }) => !/^\/(operations|help-desk)\//.test(pattern))
    .flatMap(({ pattern, methods }) =>
      methods.map((verb) => ({
        verb,
        kind: pattern.replace(/^\/(liaison|help-desk)\//, '/').split('/')[1],
        to: (id: string) => pattern.replace(':manner', 'text').replace(/:(\w+_)?id\b/, id),
      }))
    )

/** Who may not enter the help desk's console is told so before anything is looked for. */
const isShut = (path: string) => path.startsWith('/help-desk/')

const changing = ['date', 'x-request-id', 'set-cookie']

/** All of an answer that an outsider can compare. */
async function answer(client: ApiClient, verb: string, path: string, id: string, accept: string) {
  const { otto, olga } = await people
  const stranger = path.startsWith('/liaison/') ? olga : otto
  const response = await client
    .request(path, verb)
    .loginAs(await signedIn(stranger))
    .accept(accept)
    .redirects(0)
    .withCsrfToken()
  const headers = Object.entries(response.headers()).filter(([name]) => !changing.includes(name))
  const body = (response.text() ?? '')
    .replaceAll(id, 'ID')
    .replace(/name='_csrf' value='[^']*'/g, '')
    .replace(/data-(idle|absolute)-seconds="\d+"/g, '')
    .replaceAll(response.headers()['x-request-id'], 'REQUEST')
  return { status: response.status(), headers: Object.fromEntries(headers), body }
}

let people: ReturnType<typeof theCast>

test.group('What one may not know of', (group) => {
  group.each.setup(undone)

  test('answers like what never was, at every door, to people and to programs', async ({
    client,
    assert,
  }) => {
    const cast = adasThings()
    people = cast
    const { things } = await cast
    const doors = doorsToOne()
    assert.isAbove(doors.length, 12)
    for (const { verb, kind, to } of doors) {
      for (const accept of ['html', 'json']) {
        const unknownId = uuidv7()
        assert.isDefined(things[kind], `a sample for ${kind}`)
        const forbidden = await answer(client, verb, to(things[kind]), things[kind], accept)
        const unknown = await answer(client, verb, to(unknownId), unknownId, accept)
        assert.deepEqual(forbidden, unknown, `${verb} ${to(kind)} ${accept}`)
        assert.equal(forbidden.status, isShut(to(kind)) ? 403 : 404, `${verb} ${to(kind)}`)
      }
    }
  })

  test('nor does a list show that there is such a file, wherever its id is put', async ({
    client,
    assert,
  }) => {
    const cast = adasThings()
    people = cast
    const { things, otto, ottosHome } = await cast
    await aFile(ottosHome, otto, 'a.txt')
    await aFile(ottosHome, otto, 'z.txt')
    const lists = [
      (id: string) => `/folders/${ottosHome.id}?after=${id}`,
      (id: string) => `/folders/${ottosHome.id}?before=${id}`,
      (id: string) => `/folders/${ottosHome.id}/archive?files=${id}`,
    ]
    for (const list of lists) {
      const unknownId = uuidv7()
      const forbidden = await answer(client, 'GET', list(things.files), things.files, 'html')
      const unknown = await answer(client, 'GET', list(unknownId), unknownId, 'html')
      assert.deepEqual(forbidden, unknown, list('…'))
    }
  })

  test('ids tell nothing but the time: what follows is drawn anew for each', ({ assert }) => {
    const ends = Array.from({ length: 1000 }, () => uuidv7().slice(-10))
    assert.equal(new Set(ends).size, 1000)
  })
})
