import { settingsFolder } from '#start/place'
import { Secret } from '@adonisjs/core/helpers'
import { accessSync, constants } from 'node:fs'
import { resolve } from 'node:path'
import proxyAddr from 'proxy-addr'

/**
 * Shapes of settings that the framework has no word for. `read` answers with the setting, and with undefined or an error
 * if the value is none; what is refused is named together with the others, before anything is started.
 */
function shape<T>(expected: string, read: (value: string) => T | undefined) {
  return (name: string, value?: string): T | undefined => {
    if (!value) return undefined
    const setting = orUndefined(() => read(value))
    if (setting === undefined) throw new Error(`"${name}" must be ${expected}`)
    return setting
  }
}

export const port = shape('a port from 1 to 65535', (value) =>
  /^[1-9]\d{0,4}$/.test(value) && Number(value) < 2 ** 16 ? Number(value) : undefined
)

export const timeZone = shape(
  'the name of a time zone, like "America/New_York"',
  (value) => new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions() && value
)

/** Answers with the list; that each of it is an address or a network shows when it is compiled. */
export const proxies = shape('addresses or networks, separated by commas', (value) => {
  const list = value.split(',').map((proxy) => proxy.trim())
  return proxyAddr.compile(list) && list
})

/** Answers with the whole path. */
export const readableFile = shape('a file that Waybill can read', (value) => {
  const path = resolve(settingsFolder, value)
  accessSync(path, constants.R_OK)
  return path
})

export const postgresAddress = shape('an address that begins with "postgres://"', (value) =>
  /^postgres(ql)?:\/\//.test(value) ? value : undefined
)

/** The one setting without which there is no start at all. */
export function key(name: string, value?: string) {
  if (value && value.length >= 16) return new Secret(value)
  throw new Error(`"${name}" must be set, to at least 16 characters, better 32 random ones`)
}

function orUndefined<T>(read: () => T) {
  try {
    return read()
  } catch {
    return undefined
  }
}
