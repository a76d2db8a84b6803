import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import type { NextFn } from '@adonisjs/core/types/http'
import StaticMiddleware from '@adonisjs/static/static_middleware'
import { readdirSync } from 'node:fs'

const names = new Set(readdirSync(app.publicPath()))

/** Serves what lies in public/. Only for names that are there: the disk would be asked for the address of every page. */
@inject()
export default class AssetsMiddleware {
  constructor(protected files: StaticMiddleware) {}

  handle(ctx: HttpContext, next: NextFn) {
    return names.has(ctx.request.url().split('/')[1]) ? this.files.handle(ctx, next) : next()
  }
}
