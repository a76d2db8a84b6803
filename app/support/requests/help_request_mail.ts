import Account from '#app/accounts/account'
import { mail, type Payload } from '#app/messages/mail'
import type { Trx } from '#app/shared/transaction'
import HelpRequest, { reopensFor } from '#app/support/requests/help_request'
import { isHelperOf } from '#app/support/requests/help_request_policy'
import HelpRequestStep from '#app/support/requests/help_request_step'
import { peopleAt, whomInWords, type Place } from '#app/support/requests/places'

interface About extends Payload {
  requestId: string
  accountId: string
}

interface AboutStep extends About {
  stepId: string
}

/** A step that may be mailed to whoever it is for: an internal note is mailed to nobody. */
const stepOf = ({ requestId, stepId }: AboutStep, trx: Trx) =>
  HelpRequestStep.query({ client: trx })
    .where({ id: stepId, helpRequestId: requestId })
    .whereNot('kind', 'internal')
    .preload('by')
    .firstOrFail()

async function forCaller({ requestId }: About, trx: Trx) {
  const request = await HelpRequest.findWhole(requestId, trx)
  const whom = await whomInWords(request.liesWith, request, trx)
  return { request, account: request.account, whom, path: `/help/requests/${request.id}` }
}

/** Who may not answer it any more has no use for it. */
async function forHelper({ requestId, accountId }: About, trx: Trx) {
  const request = await HelpRequest.findWhole(requestId, trx)
  const account = await Account.query({ client: trx })
    .where('id', accountId)
    .preload('organization')
    .preload('grants')
    .firstOrFail()
  if (!isHelperOf(account, request)) return null
  const isDesk = account.has('help_desk') || account.has('operator')
  const path = `/${isDesk ? 'help-desk' : 'liaison'}/help-requests/${request.id}`
  return { request, account, path }
}

const view = (name: string) => `mails/support/help_request_${name}`

mail<About>('help_request_received', async (about, trx) => {
  const data = await forCaller(about, trx)
  const subject = `${data.request.name}: your request for help`
  return { subject, view: view('received'), data }
})

mail<AboutStep>('help_request_answered', async (about, trx) => {
  const data = { ...(await forCaller(about, trx)), step: await stepOf(about, trx) }
  return { subject: `${data.request.name}: an answer`, view: view('answered'), data }
})

mail<About & { place: Place }>('help_request_passed', async (about, trx) => {
  const data = await forCaller(about, trx)
  const whom = await whomInWords(about.place, data.request, trx)
  if (data.request.isEnded) return null
  const subject = `${data.request.name}: passed on`
  return { subject, view: view('passed'), data: { ...data, whom } }
})

mail<AboutStep>('help_request_solved', async (about, trx) => {
  const data = await forCaller(about, trx)
  const { isEnded, endedAt, name } = data.request
  const step = await stepOf(about, trx)
  const more = { step, reopensUntil: isEnded ? endedAt! + reopensFor : null }
  return { subject: `${name}: solved`, view: view('solved'), data: { ...data, ...more } }
})

/** What waits; whoever it does not lie with any more has no use for it. */
for (const [kind, words] of [
  ['help_request_waiting', 'asks for help'],
  ['help_request_reminder', 'still waits for help'],
]) {
  mail<About & Partial<AboutStep>>(kind, async (about, trx) => {
    const data = await forHelper(about, trx)
    if (data?.request.status !== 'open') return null
    const { request } = data
    const people = await peopleAt(request.liesWith, request, trx)
    if (!people.some(({ id }) => id === about.accountId)) return null
    const step = about.stepId ? await stepOf(about as AboutStep, trx) : null
    const urgent = request.urgency === 'incident' ? 'Incident: ' : ''
    const subject = `${urgent}${request.name}: ${request.account.fullName} ${words}`
    return { subject, view: view('waiting'), data: { ...data, step } }
  })
}

mail<AboutStep>('help_request_note', async (about, trx) => {
  const data = await forHelper(about, trx)
  if (!data) return null
  const { name, account } = data.request
  const subject = `${name}: ${account.fullName} has more to say`
  return { subject, view: view('note'), data: { ...data, step: await stepOf(about, trx) } }
})

mail<About>('help_request_passed_on', async (about, trx) => {
  const data = await forHelper(about, trx)
  if (!data) return null
  const whom = await whomInWords(data.request.liesWith, data.request, trx)
  const subject = `${data.request.name} was passed on`
  return { subject, view: view('passed_on'), data: { ...data, whom } }
})

mail<About>('help_request_closed', async (about, trx) => {
  const data = await forHelper(about, trx)
  if (data?.request.status !== 'closed') return null
  const subject = `${data.request.name}: it works now`
  return { subject, view: view('closed'), data }
})
