import env from '#start/env'
import service from '#config/service'
import { defineConfig, transports } from '@adonisjs/mail'
import type { SMTPConfig } from '@adonisjs/mail/types'
import { configProvider } from '@adonisjs/core'
import { join } from 'node:path'

const second = 1000
const username = env.get('SMTP_USERNAME')
const password = env.get('SMTP_PASSWORD')
const tls = env.get('SMTP_TLS')

/**
 * Mail travels encrypted where the server offers it, and its certificate must be good. A password is never sent
 * otherwise. A server that takes too long is as good as away: the worker's lease must not run out meanwhile.
 */
export const smtp = {
  host: env.get('SMTP_HOST', 'localhost'),
  port: env.get('SMTP_PORT', 25),
  name: new URL(service.url).hostname,
  auth: username && password ? { type: 'login', user: username, pass: password } : undefined,
  secure: env.get('SMTP_PORT') === 465,
  requireTLS: tls === 'required' || (tls !== 'off' && Boolean(username)),
  ignoreTLS: tls === 'off',
  tls: { minVersion: 'TLSv1.2' },
  connectionTimeout: 15 * second,
  greetingTimeout: 15 * second,
  socketTimeout: 60 * second,
} satisfies SMTPConfig

const mailConfig = defineConfig({
  default: env.get('SMTP_HOST') ? 'smtp' : 'files',
  from: { address: env.get('SMTP_FROM', 'no-reply@localhost'), name: service.name },
  mailers: {
    smtp: transports.smtp(smtp),
    /** Without a mail server each mail is a file that an operator can open. */
    files: configProvider.create(async () => {
      const { MailFilesTransport } = await import('#app/messages/mail_files_transport')
      return () => new MailFilesTransport(join(service.storagePath, 'mail'))
    }),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
