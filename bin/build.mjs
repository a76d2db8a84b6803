/** npm run build: a production build in build/ (docs/operators/install.md says how to run it). */
import { installDependencies } from './steps/dependencies.mjs'
import { makeBuild } from './steps/making.mjs'
import { complain } from './steps/place.mjs'

const words =
  'The build is in build/. npm start serves it, there or where you carry it: docs/operators/install.md'

await installDependencies()
  .then(() => makeBuild({ anyway: true }))
  .then(() => console.log(words))
  .catch(complain)
