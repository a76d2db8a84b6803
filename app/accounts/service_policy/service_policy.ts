import { choices, number, type Setting } from '#app/accounts/service_policy/setting'

/** What the help desk may do with somebody's account while that person is on the phone. */
export const helpDeskActs = choices('help_desk_acts', {
  label: 'What the help desk may do for a caller',
  hint: 'Each asks for a reason, and the person’s liaison is told. Who runs the service may do all of it.',
  options: [
    { value: 'unlock', label: 'Unlock an account' },
    { value: 'reset', label: 'Start a reset: mail the person a link to set a new password' },
    { value: 'end_sessions', label: 'End sessions: sign somebody out everywhere' },
    { value: 'send_activation', label: 'Send the activation mail again' },
  ],
  default: ['unlock', 'reset', 'end_sessions', 'send_activation'],
})

/** How long a liaison's word that a quick reference is right holds. */
export const quickReferenceDays = number('quick_reference_days', {
  label: 'Days after which a quick reference is stale',
  hint: 'Counted from the day on which a liaison said that everything in it is right. Liaisons are reminded 14 and 7 days before; on the day, who runs the service is told.',
  unit: 'days',
  default: 90,
  least: 30,
  most: 730,
})

/** Everything that who runs the service decides for all of it, in the order of the page Policy. A new line here is all that a new setting needs. */
export const settings: Setting[] = [helpDeskActs, quickReferenceDays]
