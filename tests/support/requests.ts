import AccessRequest from '#app/folders/requests/access_request'
import type Organization from '#app/organizations/organization'
import { v7 as uuidv7 } from 'uuid'

/** Tom, who has no account, waits for an answer of an agency. */
export const aRequest = (organization: Organization, columns: Partial<AccessRequest> = {}) =>
  AccessRequest.create({
    organizationId: organization.id,
    ...{ fullName: 'Tom Tall', email: 'tom@example.org', purpose: 'SRR: to send wage records' },
    ...{ status: 'pending', hash: AccessRequest.hashOfNoLink(), askerKey: uuidv7() },
    ...columns,
  })
