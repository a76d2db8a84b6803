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

/** Once the service answers, says where it is and how to sign in: at once, for the log has its lines on the same screen. */
export function welcome({ waybill }) {
  if (waybill) console.log([...wordsFor(waybill)].join('\n'))
}

function* wordsFor({ url, isDemonstration, hasOperator }) {
  yield `\nWaybill is at ${url}\n`
  if (isDemonstration) {
    yield 'To try it, sign in with the password Waybill-2026-demo as one of:\n'
    for (const [name, who] of people) yield `  ${name.padEnd(16)} ${who}`
    yield ''
  }
  if (!hasOperator) {
    yield 'Nobody runs it yet. Open the first account in another terminal, in this folder:\n'
    const ace = `npx node ${isBuild ? 'ace.js' : 'ace.ts'}`
    yield `  ${ace} operators:open <user name> --name "…" --email …\n`
  }
  yield 'Ctrl+C ends it.\n'
}
