import { theService } from '#app/audit/actor'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import type { Trx } from '#app/shared/transaction'
import type { Organizations } from '#database/demonstration/organizations'
import type { People } from '#database/demonstration/people'

/** Each agency's tree, and who is subscribed to what of it. */
export async function makeFolders({ dol, opm }: Organizations, people: People, trx: Trx) {
  const make = (organizationId: string, name: string, parent?: Folder) =>
    Folder.make(theService, { name, organizationId, parent }, trx)

  const dolRoot = await make(dol.id, 'DOL')
  const srr = await make(dol.id, 'SRR', dolRoot)
  const incoming = await make(dol.id, 'Incoming', srr)
  await make(dol.id, 'Corrections', incoming)
  await make(dol.id, 'Responses', srr)

  const opmRoot = await make(opm.id, 'OPM')
  const dataPolicy = await make(opm.id, 'DATAPOLICY', opmRoot)
  await make(opm.id, 'Drafts', dataPolicy)
  await make(opm.id, 'Published', dataPolicy)

  const subscribe = FolderSubscription.start.bind(FolderSubscription, theService)
  await subscribe(dolRoot, people.liaison, 'manager', trx)
  await subscribe(incoming, people.ada, 'contributor', trx)
  await subscribe(opmRoot, people.opmLiaison, 'manager', trx)
  await subscribe(dataPolicy, people.otto, 'contributor', trx)
}
