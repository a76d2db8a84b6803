/** npm run build: a production build in build/ (docs/operators/install.md says how to run it). */
import { installDependencies } from './steps/dependencies.mjs'
import { makeBuild } from './steps/making.mjs'
import { complain } from './steps/place.mjs'

await installDependencies()
  .then(() => makeBuild({ anyway: true }))
  .catch(complain)
