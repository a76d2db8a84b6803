import service from '#config/service'
import { defineConfig } from '@adonisjs/core/http'
import proxyAddr from 'proxy-addr'

export const appUrl = service.url

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: true,
  useAsyncLocalStorage: false,

  /** Forwarded headers count only from the proxies an operator named (security rule 30). */
  trustProxy: proxyAddr.compile(service.trustedProxies),

  cookie: {
    domain: '',
    path: '/',
    maxAge: '12h',
    httpOnly: true,
    secure: service.isHttps,
    sameSite: 'lax',
  },
})
