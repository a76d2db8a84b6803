import type Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import type { Subject } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import type Folder from '#app/folders/folder'
import { hierarchyText } from '#app/folders/tree/hierarchy'
import { noGround, planHierarchy } from '#app/folders/tree/hierarchy_plan'
import { rowsUnder, type PlacedRow } from '#app/folders/tree/subtree'
import { now } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { FolderTemplateSchema } from '#database/schema'
import { errors } from '@adonisjs/lucid'

export interface TemplateWords {
  name: string
  hierarchy: string
}

type Keeping = FolderTemplate | { problems: Problems }

/** A hierarchy that an agency makes again and again. */
export default class FolderTemplate extends FolderTemplateSchema implements Subject {
  subjectType = 'folder_template'

  get subjectName() {
    return this.name
  }

  static of(organizationId: string) {
    return this.query().where({ organizationId }).orderBy('nameKey')
  }

  /** A template of the liaison's own agency. Throws E_ROW_NOT_FOUND for any other. */
  static async findFor(liaison: Account, id: string) {
    const template = await this.query().where({ id }).first()
    if (!template) throw new errors.E_ROW_NOT_FOUND()
    return template.organizationId === liaison.organizationId
      ? template
      : conceal(liaison, template)
  }

  static keep(by: Account, words: TemplateWords, outer?: Trx) {
    return inTransaction(async (trx): Promise<Keeping> => {
      await permit(by, 'folder_template.keep', by.organization, trx)
      const template = new FolderTemplate().fill({
        organizationId: by.organizationId,
        createdBy: by.id,
      })
      return (await template.#take(words, trx)) ?? template.#recorded('created', by, trx)
    }, outer)
  }

  change(by: Account, words: TemplateWords, outer?: Trx) {
    return inTransaction(async (trx): Promise<Keeping> => {
      await permit(by, 'folder_template.keep', by.organization, trx)
      await this.useTransaction(trx).refresh()
      this.changedAt = now()
      this.changedBy = by.id
      return (await this.#take(words, trx)) ?? this.#recorded('changed', by, trx)
    }, outer)
  }

  /** Folders that were made from it stay. False if it was deleted before. */
  remove(by: Account, outer?: Trx) {
    return inTransaction(async (trx) => {
      await permit(by, 'folder_template.keep', by.organization, trx)
      const gone = await FolderTemplate.query({ client: trx }).where('id', this.id).delete()
      if (Number(gone) !== 1) return false
      await this.#recorded('deleted', by, trx)
      return true
    }, outer)
  }

  async #take({ name: typed, hierarchy }: TemplateWords, trx: Trx) {
    const name = typed.normalize('NFC').trim()
    const plan = planHierarchy(hierarchy, noGround)
    const problems = await this.#problemsOf(name, plan, trx)
    if (Object.keys(problems).length) return { problems }
    const folderCount = plan.folders.length
    Object.assign(this, { name, nameKey: nameKey(name), hierarchy, folderCount })
    await this.useTransaction(trx).save()
    return undefined
  }

  async #problemsOf(name: string, plan: ReturnType<typeof planHierarchy>, trx: Trx) {
    const problems: Problems = {}
    if (!name || name.length > 100 || /\p{Cc}/u.test(name)) {
      problems.name = ['Say what the template is called, in at most 100 characters.']
    } else if (await this.#isNameTaken(name, trx)) {
      problems.name = [`Another template is called “${name}”. Choose a name that is free.`]
    }
    const faults = plan.lines.filter(({ problem }) => problem)
    const lines = faults.map(({ number, problem }) => `Line ${number}: ${problem}`)
    const sentences = [plan.problem, ...lines.slice(0, 20)].filter(
      (sentence) => sentence !== undefined
    )
    if (sentences.length) problems.hierarchy = sentences
    return problems
  }

  async #isNameTaken(name: string, trx: Trx) {
    const query = FolderTemplate.query({ client: trx })
      .where({ organizationId: this.organizationId, nameKey: nameKey(name) })
      .if(this.id, (others) => others.whereNot('id', this.id))
    return (await query.first()) !== null
  }

  async #recorded(what: 'created' | 'changed' | 'deleted', by: Account, trx: Trx) {
    const details = { folders: this.folderCount }
    await record(`folder_template.${what}`, { actor: by, subject: this, details }, trx)
    return this
  }
}

/** What lies below a folder, as the text of a template. */
export async function templateFrom(folder: Folder) {
  const [top, ...rows] = await rowsUnder(folder.lineage)
  const below = Map.groupBy(rows, ({ parentId }) => parentId!)
  const lines: { name: string; level: number }[] = []
  const add = (parent: PlacedRow, level: number) => {
    const children = below.get(parent.id) ?? []
    for (const child of children.sort((a, b) => (a.nameKey < b.nameKey ? -1 : 1))) {
      lines.push({ name: child.name, level })
      add(child, level + 1)
    }
  }
  add(top, 0)
  return hierarchyText(lines)
}
