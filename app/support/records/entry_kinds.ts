import type { Audience } from '#app/support/audience'
import type { FieldType } from '#app/support/records/field_types'

interface Field {
  /** As it stands beside the field and on the page (interface.md). */
  label: string
  type: FieldType
  /** Who sees it unless the liaison says otherwise. */
  audience: Audience
  required?: true
  hint?: string
  /** For type "choice": what can be chosen. */
  choices?: readonly { value: string; label: string }[]
}

interface Kind {
  label: string
  heading: string
  fields: Partial<Record<FieldName, Field>>
  /** There is one of them at most. */
  isSingle?: true
}

export const fieldNames = [
  'name',
  'username',
  'title',
  'postalAddress',
  'phone',
  'option',
  'email',
  'version',
  'administration',
  'uploadTarget',
  'address',
  'desk',
  'hours',
  'timeZone',
  'severity',
  'primary',
  'alternate',
  'waitMinutes',
  'text',
] as const
export type FieldName = (typeof fieldNames)[number]

export const severities = [
  { value: 'question', label: 'Question' },
  { value: 'problem', label: 'Problem' },
  { value: 'incident', label: 'Incident' },
] as const
export type Severity = (typeof severities)[number]['value']

const phone = {
  label: 'Phone',
  type: 'phone',
  audience: 'signed_in',
  hint: 'As it is dialed, such as 860-263-6281.',
} as const satisfies Field
const email = { label: 'E-mail', type: 'email', audience: 'signed_in' } as const satisfies Field
const title = { label: 'Title', type: 'line', audience: 'signed_in' } as const satisfies Field
const name = {
  label: 'Name',
  type: 'line',
  audience: 'signed_in',
  required: true,
} as const satisfies Field
const hours = {
  label: 'Hours',
  type: 'hours',
  audience: 'public',
  hint: 'Such as “Mon–Fri 8:00–17:00; Sat 9:00–12:00”, or “always”.',
} as const satisfies Field
const timeZone = {
  label: 'Time zone',
  type: 'timeZone',
  audience: 'public',
  hint: 'Empty: the time zone of the service.',
} as const satisfies Field

const environment = (heading: string) =>
  ({
    label: heading,
    heading,
    isSingle: true,
    fields: {
      version: {
        label: 'Version',
        type: 'line',
        audience: 'signed_in',
        hint: 'Product and version, such as Secure Transport 5.3.0.',
      },
      administration: { label: 'Administration', type: 'address', audience: 'staff' },
      uploadTarget: { label: 'User Upload Target', type: 'address', audience: 'public' },
    },
  }) as const satisfies Kind

/**
 * What a quick reference is made of, in the order of its page (seed: service guide, "SRR Quick Reference"; what its empty
 * cells are for, and escalation in steps, beside it).
 */
export const entryKinds = {
  owner: {
    label: 'Business program owner',
    heading: 'Business Program Owner(s)',
    fields: {
      name: { ...name, audience: 'public' },
      title,
      postalAddress: { label: 'Postal address', type: 'text', audience: 'public' },
      phone: { ...phone, audience: 'public' },
      email,
    },
  },
  administrator: {
    label: 'Delegated administrator',
    heading: 'Delegated Administrators',
    fields: {
      name,
      username: {
        label: 'User name',
        type: 'username',
        audience: 'staff',
        hint: 'Of an account of your agency, if the person has one: then it is known when the person leaves.',
      },
      title,
      phone,
      email,
    },
  },
  production: environment('Production Environment'),
  staging: environment('Staging Environment'),
  desk: {
    label: 'Service desk',
    heading: 'Support & Incident Escalation',
    fields: {
      name: { ...name, audience: 'public', hint: 'Such as DOL Service Desk.' },
      address: { label: 'Address', type: 'address', audience: 'signed_in' },
      phone: { ...phone, audience: 'public' },
      option: {
        label: 'Menu option',
        type: 'line',
        audience: 'public',
        hint: 'What to press or say after the call is taken, such as option 9.',
      },
      email,
      hours,
      timeZone,
    },
  },
  contact: {
    label: 'Desk contact',
    heading: 'Support & Incident Escalation',
    fields: {
      name,
      desk: { label: 'Of the desk', type: 'desk', audience: 'signed_in' },
      title,
      phone,
      email,
    },
  },
  level: {
    label: 'Escalation level',
    heading: 'Escalation',
    fields: {
      severity: {
        label: 'From severity',
        type: 'choice',
        audience: 'public',
        required: true,
        choices: severities,
        hint: 'It is called for this and for whatever is more severe.',
      },
      primary: { label: 'First call', type: 'callee', audience: 'public', required: true },
      alternate: { label: 'Alternate', type: 'callee', audience: 'public' },
      hours,
      timeZone,
      waitMinutes: {
        label: 'Minutes to wait before the next level',
        type: 'minutes',
        audience: 'public',
        required: true,
      },
    },
  },
  resource: {
    label: 'Additional resource',
    heading: 'Additional Resources',
    fields: {
      name,
      address: { label: 'Address', type: 'address', audience: 'signed_in', required: true },
    },
  },
  note: {
    label: 'Note',
    heading: 'Notes',
    fields: { text: { label: 'Note', type: 'text', audience: 'staff', required: true } },
  },
} as const satisfies Record<string, Kind>

export type EntryKind = keyof typeof entryKinds

/** A kind's fields, each with its name, in the order of the form. */
export const fieldsOf = (kind: EntryKind) =>
  Object.entries((entryKinds[kind] as Kind).fields) as [FieldName, Field][]

export const isSingle = (kind: EntryKind) => 'isSingle' in entryKinds[kind]
