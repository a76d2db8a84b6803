import { isBuild } from './place.mjs'

const people = [
  ['dol.ada', 'end user of the Department of Labor, with a home folder'],
  ['dol.newhire', 'end user who must change the password first'],
  ['dol.liaison', "the Department of Labor's liaison (dol.liaison2 is the alternate)"],
  ['opm.liaison', "the Office of Policy and Management's liaison"],
  ['opm.otto', 'end user of the Office of Policy and Management'],
  ['riverside.admin', 'administrator of a business partner whose terms are pending'],
  ['helpdesk', 'help desk'],
  ['operator', 'runs the service'],
]

/** Once the service answers, says where it is and how to sign in. */
export function welcome({ waybill }) {
  if (!waybill) return
  console.log(`\nWaybill is at ${waybill.url}`)
  if (waybill.isDemonstration) {
    console.log('\nTo try it, sign in with the password Waybill-2026-demo as one of:\n')
    for (const [name, who] of people) console.log(`  ${name.padEnd(16)} ${who}`)
  }
  if (!waybill.hasOperator) {
    console.log(
      '\nNobody runs it yet. Open the first account in another terminal, in this folder:\n'
    )
    console.log(
      `  npx node ${isBuild ? 'ace.js' : 'ace.ts'} operators:open <user name> --name "…" --email …`
    )
  }
  console.log('\nCtrl+C ends it.\n')
}
