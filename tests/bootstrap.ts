import { WebServer } from '#app/doors/http/serving/web_server'
import { browsing, skipWithoutBrowser } from '#tests/support/browsing'
import { closing } from '#tests/support/closing_line'
import { authApiClient } from '@adonisjs/auth/plugins/api_client'
import { sessionApiClient } from '@adonisjs/session/plugins/api_client'
import { shieldApiClient } from '@adonisjs/shield/plugins/api_client'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { ApiClient, apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { Config } from '@japa/runner/types'
import { spec } from '@japa/runner/reporters'
import { prepareDatabase } from '#tests/support/database'

export const reporters: Config['reporters'] = {
  activated: ['spec', 'closing'],
  list: [spec(), closing()],
}

export const plugins: Config['plugins'] = [
  assert(),
  pluginAdonisJS(app),
  apiClient({ baseURL: `http://localhost:${process.env.PORT}` }),
  sessionApiClient(app),
  shieldApiClient(),
  authApiClient(app),
  browsing(),
  () => void ApiClient.onRequest((request) => void request.header('x-test-client', 'japa')),
]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [prepareDatabase],
  teardown: [],
}

export const configureSuite: Config['configureSuite'] = (suite) => {
  if (['functional', 'browser'].includes(suite.name)) {
    suite.setup(() => testUtils.httpServer().start((handle) => new WebServer(handle)))
  }
  if (suite.name === 'browser') skipWithoutBrowser(suite)
}
