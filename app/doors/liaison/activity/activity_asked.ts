import { ownPerson } from '#app/accounts/keeping/own_person'
import { kinds } from '#app/audit/kinds'
import { askedOf, type Problems } from '#app/doors/http/forms/asked'
import { periodIn } from '#app/doors/liaison/activity/period'
import type { ActivityQuestion } from '#app/files/activity/activity_list'
import { placeAsOf, placeCalled } from '#app/folders/access/access_places'
import { now } from '#app/shared/clock'
import { isId } from '#app/shared/place'
import type { HttpContext } from '@adonisjs/core/http'

const names = ['person', 'folder', 'kind', 'from', 'to']

/** What the address of the trail asks for; what it asks for wrongly is told, and left out. */
export async function activityAsked(ctx: HttpContext) {
  const liaison = ctx.auth.getUserOrFail()
  const asked = askedOf(ctx, names)
  const problems: Problems = {}
  const { person, folder, kind } = asked
  const account = person ? await ownPerson(liaison, person) : null
  if (person && !account) {
    problems.person = ['Nobody of your organization has this user name. Write it in full.']
  }
  const place = folder && (await folderOf(liaison.organizationId, folder))
  if (folder && !place) {
    problems.folder = ['Your agency has no folder of that path. Write it like /DOL/SRR.']
  }
  const question: ActivityQuestion = {
    ...(account && { accountId: account.id }),
    ...(place && { folderId: place.id }),
    kind: kinds.find(({ value }) => value === kind)?.value,
    ...periodIn(asked, problems),
  }
  return { asked, question, problems }
}

const folderOf = (organizationId: string, asked: string) =>
  isId(asked) ? placeAsOf(organizationId, asked, now()) : placeCalled(organizationId, asked, now())
