import { permit } from '#app/audit/decide'
import { backToForm } from '#app/doors/liaison/back_to_form'
import { choiceOf, folderMeant, formFor } from '#app/doors/liaison/subscriptions/subscription_form'
import {
  headingsFor,
  pagesFor,
  wantedFrom,
} from '#app/doors/liaison/subscriptions/subscription_listing'
import { subscribedInWords } from '#app/doors/liaison/subscriptions/subscribed_words'
import { subscribeValidator, termsFrom } from '#app/doors/liaison/subscriptions/terms_form'
import { ownPerson } from '#app/accounts/keeping/own_people'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { levelChoices, levelWords } from '#app/folders/subscriptions/level_words'
import { subscribe } from '#app/folders/subscriptions/subscribing'
import { canBeRestarted } from '#app/folders/subscriptions/subscription_ending'
import { subscriptionFacts } from '#app/folders/subscriptions/subscription_facts'
import { listSubscriptions } from '#app/folders/subscriptions/subscription_list'
import type { HttpContext } from '@adonisjs/core/http'

/** Who has access to what, and giving it to several people with one form. */
export default class SubscriptionsController {
  async index({ auth, request, view }: HttpContext) {
    const wanted = wantedFrom(request.qs())
    const listing = await listSubscriptions(auth.getUserOrFail(), wanted)
    return view.render('pages/liaison/subscriptions/index', {
      wanted,
      rows: listing.rows,
      pages: pagesFor(listing, wanted),
      headings: headingsFor(wanted),
      levels: levelChoices,
      words: levelWords,
    })
  }

  async show({ auth, params, view }: HttpContext) {
    const subscription = await FolderSubscription.findFor(auth.getUserOrFail(), params.id)
    const facts = await subscriptionFacts(auth.getUserOrFail(), subscription)
    return view.render('pages/liaison/subscriptions/show', {
      ...facts,
      words: levelWords,
      canBeRestarted: canBeRestarted(subscription),
    })
  }

  async create({ auth, request, view }: HttpContext) {
    const account = auth.getUserOrFail()
    await permit(account, 'subscription.begin', account.organization)
    const { folder, account: id } = request.qs()
    const person = typeof id === 'string' ? await ownPerson(account, id) : undefined
    const form = await formFor(account, {
      folderId: typeof folder === 'string' ? folder : undefined,
      accountName: person?.username,
    })
    return view.render('pages/liaison/subscriptions/create', form)
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, session } = ctx
    const account = auth.getUserOrFail()
    const typed = await request.validateUsing(subscribeValidator)
    const meant = await folderMeant(account, typed)
    if (!meant.folder) {
      session.flash('folder_choices', meant.choices)
      return backToForm(ctx, { [meant.choices.length ? 'folder_id' : 'folder']: [meant.problem!] })
    }
    const done = await subscribe(account, {
      folder: meant.folder,
      organizationId: typed.organization ?? undefined,
      people: typed.people,
      terms: termsFrom(typed),
      isSigned: Boolean(typed.is_signed_by_sponsor),
    })
    if ('problems' in done) {
      if (typed.folder_id) session.flash('folder_choices', [await choiceOf(meant.folder)])
      return backToForm(ctx, done.problems)
    }
    session.flash('done', subscribedInWords(done))
    return response
      .redirect()
      .toRoute('liaison.folders.subscriptions.index', { folder_id: meant.folder.id })
  }
}
