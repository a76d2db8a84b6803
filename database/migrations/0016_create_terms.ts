import { BaseSchema } from '@adonisjs/lucid/schema'

/** The versions of an application's terms and conditions, and who accepted which one for an organization. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('terms', (table) => {
      table.uuid('id').primary()
      table.uuid('application_id').notNullable().references('applications.id')
      table.integer('version').notNullable()
      table.text('body').notNullable()
      table.string('sha256', 64).notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('published_at').notNullable()
      table.unique(['application_id', 'version'])
    })
    this.schema.createTable('terms_acceptances', (table) => {
      table.uuid('id').primary()
      table.uuid('terms_id').notNullable().references('terms.id')
      table.uuid('organization_id').notNullable().references('organizations.id')
      table.uuid('account_id').notNullable().references('accounts.id')
      table.string('sha256', 64).notNullable()
      table.bigInteger('created_at').notNullable()
      table.unique(['terms_id', 'organization_id'])
    })
  }

  async down() {
    this.schema.dropTable('terms_acceptances')
    this.schema.dropTable('terms')
  }
}
