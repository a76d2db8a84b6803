import type Account from '#app/accounts/account'
import { beginOf, momentOf } from '#app/doors/http/forms/moment'
import { askedOf, type Problems } from '#app/doors/http/forms/asked'
import type { AccessQuestion } from '#app/folders/access/access_list'
import { placeAsOf, placeCalled, rootAsOf } from '#app/folders/access/access_places'
import { isId } from '#app/shared/place'
import { now, type Instant } from '#app/shared/clock'
import type { HttpContext } from '@adonisjs/core/http'

const names = ['by', 'on', 'at', 'person', 'account', 'folder', 'organization', 'from']
export const manners = ['person', 'folder', 'organization'] as const
type Manner = (typeof manners)[number]

/** What the address of a page about access asks for; what it asks for wrongly is told, and left out. */
export async function accessAsked(ctx: HttpContext) {
  const liaison = ctx.auth.getUserOrFail()
  const asked = askedOf(ctx, names)
  const problems: Problems = {}
  const at = instantIn(asked, problems)
  const by: Manner = manners.find((manner) => manner === asked.by) ?? 'person'
  const folder = await folderIn(liaison, asked.folder, at, problems)
  const question: AccessQuestion = {
    at,
    ...(by === 'folder' && { folder: folder ?? nowhere }),
    ...(asked.person && { username: asked.person.normalize('NFC').toLowerCase() }),
    ...(isId(asked.account) && { accountId: asked.account }),
    ...(by === 'organization' && {
      withOrganizationId: isId(asked.organization) ? asked.organization : liaison.organizationId,
    }),
  }
  return { by, asked, at, folder, question, problems, isNow: !asked.on || 'on' in problems }
}

/** Who keeps no folders yet. */
const nowhere = { id: '', organizationId: '', ownerId: null, way: [] }

function instantIn({ on, at }: Record<string, string>, problems: Problems): Instant {
  if (!on) {
    if (at) problems.on = ['Say the day as well as the time.']
    return now()
  }
  const moment = momentOf(on, at)
  if (moment === null) {
    problems[beginOf(on) === null ? 'on' : 'at'] = [
      'Write a day like 2027-01-31 and, if you like, a time like 14:30.',
    ]
  } else if ((beginOf(on) ?? 0) > now()) {
    problems.on = ['Choose a day that is not ahead.']
  } else {
    return Math.min(moment, now())
  }
  return now()
}

async function folderIn(
  { organizationId }: Account,
  asked: string,
  at: Instant,
  problems: Problems
) {
  const found = isId(asked)
    ? await placeAsOf(organizationId, asked, at)
    : asked && (await placeCalled(organizationId, asked, at))
  if (asked && !found) {
    problems.folder = ['Your agency had no folder of that path then. Write it like /DOL/SRR.']
  }
  return found || rootAsOf(organizationId, at)
}
