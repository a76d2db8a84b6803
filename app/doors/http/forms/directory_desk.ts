import Directory from '#app/accounts/directories/directory'
import {
  configureDirectory,
  removeDirectory,
  type TypedDirectory,
} from '#app/accounts/directories/directory_settings'
import { forgetObject } from '#app/accounts/directories/directory_link'
import { testDirectory } from '#app/accounts/directories/directory_test'
import { objectIdAttributes } from '#app/accounts/ldap/object_id'
import type { Step } from '#app/accounts/ldap/trouble'
import {
  directoryLinkValidator,
  directoryValidator,
} from '#app/doors/http/forms/directory_validator'
import { isSecretName } from '#app/doors/http/forms/typed'
import type Organization from '#app/organizations/organization'
import type { HttpContext } from '@adonisjs/core/http'
import type { SessionData } from '@adonisjs/session/types'

const stepNames: Record<Step, string> = {
  name: 'Name of the server',
  port: 'Connection',
  encryption: 'Encryption and certificate',
  search_account: 'Search account',
  base: 'Search from',
  attributes: 'User name and id',
  person: 'The person',
}

/** One organization's directory settings at the liaison's door or at the operator's: the same pages, other addresses. */
export class DirectoryDesk {
  constructor(
    readonly door: 'liaison' | 'operations',
    readonly organization: Organization
  ) {}

  async show({ auth, view }: HttpContext) {
    const directory = await Directory.findFor(auth.getUserOrFail(), this.organization)
    return view.render(`pages/${this.door}/directories/show`, { ...this.#known, directory })
  }

  async edit({ auth, view }: HttpContext) {
    const directory = await Directory.findFor(auth.getUserOrFail(), this.organization)
    const attributes = Object.entries(objectIdAttributes)
    const objectIds = attributes.map(([value, label]) => ({ value, label }))
    return view.render(`pages/${this.door}/directories/edit`, {
      ...this.#known,
      directory,
      objectIds,
      stepNames,
    })
  }

  /** Two buttons, one form: without scripts, and in old browsers, only the button's own value tells them apart. */
  async update(ctx: HttpContext) {
    const form = await ctx.request.validateUsing(directoryValidator)
    return form.do === 'test' ? this.#test(ctx, form) : this.#save(ctx, form)
  }

  async #save(ctx: HttpContext, form: Form) {
    const { auth, response, session } = ctx
    const keeper = auth.getUserOrFail()
    const isInUse = form.is_in_use !== undefined
    const problems = await configureDirectory(keeper, this.organization, typedIn(form), isInUse)
    if (problems) return this.#backToForm(ctx, { inputErrorsBag: problems })
    session.flash('done', 'The directory settings are stored.')
    return response.redirect().toPath(this.#path)
  }

  async #test(ctx: HttpContext, form: Form) {
    const person = { username: form.test_username ?? null, password: form.test_password ?? null }
    const tested = await testDirectory(
      ctx.auth.getUserOrFail(),
      this.organization,
      typedIn(form),
      person
    )
    if ('problems' in tested) return this.#backToForm(ctx, { inputErrorsBag: tested.problems })
    /** An empty bag makes the tick boxes stand as they were left. */
    return this.#backToForm(ctx, { inputErrorsBag: {}, findings: tested.findings })
  }

  async confirmRemoval({ auth, view }: HttpContext) {
    const directory = await Directory.findFor(auth.getUserOrFail(), this.organization)
    return view.render(`pages/${this.door}/directories/remove`, { ...this.#known, directory })
  }

  async remove({ auth, response, session }: HttpContext) {
    const isRemoved = await removeDirectory(auth.getUserOrFail(), this.organization)
    session.flash(
      isRemoved ? 'done' : 'notice',
      isRemoved
        ? 'The directory settings are removed.'
        : 'There are no directory settings any more.'
    )
    return response.redirect().toPath(this.#path)
  }

  async forgetLink({ auth, request, response, session }: HttpContext) {
    const { username } = await request.validateUsing(directoryLinkValidator)
    const isDone = await forgetObject(auth.getUserOrFail(), this.organization, username)
    if (isDone) session.flash('done', `At the next sign-in ${username} is recognized anew.`)
    else {
      const sentence = `Nobody of the user name “${username}” has signed in with the directory yet.`
      session.flash({ username, inputErrorsBag: { username: [sentence] } })
    }
    return response.redirect().toPath(this.#path)
  }

  /** What was typed comes back, except passwords: they are written down nowhere. */
  #backToForm({ request, response, session }: HttpContext, said: SessionData) {
    session.flashExcept(Object.keys(request.all()).filter(isSecretName))
    session.flash(said)
    return response.redirect().toPath(`${this.#path}/edit`)
  }

  get #path() {
    return this.door === 'liaison'
      ? '/liaison/directory'
      : `/operations/organizations/${this.organization.id}/directory`
  }

  /** Where the forms of the shared parts lead to. */
  get #known() {
    const { organization } = this
    const isLiaison = this.door === 'liaison'
    const routes = isLiaison ? 'liaison.directory' : 'operations.organizations.directory'
    const params = isLiaison ? {} : { organization_id: organization.id }
    return { organization, path: this.#path, routes, params }
  }
}

type Form = Awaited<ReturnType<(typeof directoryValidator)['validate']>>

/** Line ends of a pasted certificate depend on the browser; the certificate is the same. */
const typedIn = (form: Form): TypedDirectory => ({
  ...form,
  ca_certificate: form.ca_certificate?.replaceAll('\r\n', '\n') ?? null,
  search_password: form.search_password ?? null,
})
