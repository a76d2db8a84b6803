import { objectIdAttributes } from '#app/accounts/ldap/object_id'
import vine, { SimpleMessagesProvider } from '@vinejs/vine'

const attributeName = /^[a-z][a-z0-9-]*$/i

/** A distinguished name, or as Active Directory takes it: name@domain, DOMAIN\name. Never a bare word: those have other meanings. */
const nameOfAccount = /[=@\\]/

export const directoryValidator = vine.create({
  do: vine.enum(['save', 'test']).optional(),
  address: vine.string().trim().maxLength(300),
  ca_certificate: vine.string().trim().maxLength(20_000).optional(),
  base_dn: vine.string().trim().maxLength(500).regex(/=/),
  search_dn: vine.string().trim().maxLength(500).regex(nameOfAccount),
  search_password: vine.string().maxLength(500).optional(),
  username_attribute: vine.string().trim().maxLength(60).regex(attributeName),
  object_id_attribute: vine.enum(Object.keys(objectIdAttributes)),
  is_in_use: vine.accepted().optional(),
  test_username: vine.string().trim().maxLength(100).optional(),
  test_password: vine.string().maxLength(500).optional(),
})

directoryValidator.messagesProvider = new SimpleMessagesProvider({
  'address.required': 'Write the address of the directory, like "ldaps://dc1.agency.example".',
  'base_dn.required':
    'Write the place in the directory to search from, like "dc=agency,dc=example".',
  'base_dn.regex': 'The place to search from looks like "ou=People,dc=agency,dc=example".',
  'search_dn.required': 'Write the name of the account that may search the directory.',
  'search_dn.regex':
    'Write the whole name of the search account, like "cn=waybill,dc=agency,dc=example" or "waybill@agency.example".',
  'username_attribute.required':
    'Say which attribute holds the user name, like "sAMAccountName" or "uid".',
  'username_attribute.regex':
    'The name of an attribute is one word of letters, digits and hyphens.',
  'object_id_attribute.required':
    'Choose by which attribute the directory knows a person for good.',
  'object_id_attribute.enum': 'Choose one of the attributes in the list.',
  'maxLength': 'Use at most {{ max }} characters.',
  'string': 'Write a text.',
})

export const directoryLinkValidator = vine.create({ username: vine.string().trim().maxLength(100) })
directoryLinkValidator.messagesProvider = new SimpleMessagesProvider({
  required: 'Write the user name.',
  string: 'Write the user name.',
  maxLength: 'A user name has at most 100 characters.',
})
