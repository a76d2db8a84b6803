import { ServiceSettingSchema } from '#database/schema'

/** One thing that who runs the service decided for all of it; see service_policy.ts for what there is to decide. */
export default class ServiceSetting extends ServiceSettingSchema {
  static table = 'service_settings'
}
