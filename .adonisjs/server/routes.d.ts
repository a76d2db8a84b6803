import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'activations.create': { paramsTuple?: []; params?: {} }
    'activations.store': { paramsTuple?: []; params?: {} }
    'activations.edit': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'activations.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'request_access.create': { paramsTuple?: []; params?: {} }
    'request_access.store': { paramsTuple?: []; params?: {} }
    'request_access.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'request_access.withdrawals.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'request_access.withdrawals.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'who_to_call.show': { paramsTuple?: []; params?: {} }
    'who_to_call.text': { paramsTuple?: []; params?: {} }
    'quick_references.index': { paramsTuple?: []; params?: {} }
    'quick_references.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quick_references.text': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quick_references.data': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quick_references.markdown': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'confirmations.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'confirmations.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'confirmations.reports.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'quick_references.reports.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'quick_references.reports.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'sign_in.create': { paramsTuple?: []; params?: {} }
    'sign_in.store': { paramsTuple?: []; params?: {} }
    'sign_out.create': { paramsTuple?: []; params?: {} }
    'sign_out.store': { paramsTuple?: []; params?: {} }
    'logo.show': { paramsTuple?: []; params?: {} }
    'find_your_liaison.index': { paramsTuple?: []; params?: {} }
    'password_resets.create': { paramsTuple?: []; params?: {} }
    'password_resets.store': { paramsTuple?: []; params?: {} }
    'password_resets.edit': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'password_resets.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'password.edit': { paramsTuple?: []; params?: {} }
    'password.update': { paramsTuple?: []; params?: {} }
    'help_requests.store': { paramsTuple?: []; params?: {} }
    'help_requests.index': { paramsTuple?: []; params?: {} }
    'help_requests.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'help_requests.notes.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'help_requests.closings.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'help_requests.reopenings.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'start': { paramsTuple?: []; params?: {} }
    'home.show': { paramsTuple?: []; params?: {} }
    'folders.index': { paramsTuple?: []; params?: {} }
    'folders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'folders.forms.store': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.reversions.store': { paramsTuple: [ParamValue]; params: {'file_id': ParamValue} }
    'waybills.index': { paramsTuple?: []; params?: {} }
    'deleted.index': { paramsTuple?: []; params?: {} }
    'undos.store': { paramsTuple?: []; params?: {} }
    'files.restorations.create': { paramsTuple: [ParamValue]; params: {'file_id': ParamValue} }
    'files.restorations.store': { paramsTuple: [ParamValue]; params: {'file_id': ParamValue} }
    'files.destructions.create': { paramsTuple: [ParamValue]; params: {'file_id': ParamValue} }
    'files.destructions.store': { paramsTuple: [ParamValue]; params: {'file_id': ParamValue} }
    'held_uploads.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'held_uploads.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.download': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.html': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.text': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.contents': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'manner': ParamValue} }
    'folders.archive': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'presence.show': { paramsTuple?: []; params?: {} }
    'own_confirmations.index': { paramsTuple?: []; params?: {} }
    'own_confirmations.store': { paramsTuple?: []; params?: {} }
    'profile.show': { paramsTuple?: []; params?: {} }
    'other_sessions.destroy': { paramsTuple?: []; params?: {} }
    'sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'terms.show': { paramsTuple?: []; params?: {} }
    'terms.store': { paramsTuple?: []; params?: {} }
    'help.show': { paramsTuple?: []; params?: {} }
    'announcements.understandings.store': { paramsTuple: [ParamValue]; params: {'announcement_id': ParamValue} }
    'liaison.overview.show': { paramsTuple?: []; params?: {} }
    'liaison.directory.show': { paramsTuple?: []; params?: {} }
    'liaison.directory.edit': { paramsTuple?: []; params?: {} }
    'liaison.directory.update': { paramsTuple?: []; params?: {} }
    'liaison.directory.links.destroy': { paramsTuple?: []; params?: {} }
    'liaison.directory.removals.create': { paramsTuple?: []; params?: {} }
    'liaison.directory.removals.store': { paramsTuple?: []; params?: {} }
    'liaison.contact.edit': { paramsTuple?: []; params?: {} }
    'liaison.contact.update': { paramsTuple?: []; params?: {} }
    'liaison.access_requests.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.access_requests.approvals.store': { paramsTuple: [ParamValue]; params: {'access_request_id': ParamValue} }
    'liaison.access_requests.matches.store': { paramsTuple: [ParamValue]; params: {'access_request_id': ParamValue} }
    'liaison.access_requests.declines.create': { paramsTuple: [ParamValue]; params: {'access_request_id': ParamValue} }
    'liaison.access_requests.declines.store': { paramsTuple: [ParamValue]; params: {'access_request_id': ParamValue} }
    'liaison.accounts.index': { paramsTuple?: []; params?: {} }
    'liaison.accounts.create': { paramsTuple?: []; params?: {} }
    'liaison.accounts.store': { paramsTuple?: []; params?: {} }
    'liaison.accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.accounts.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.accounts.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.welcome_sheets.show': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.welcome_mails.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.activation_mails.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.resets.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.resets.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.unlockings.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.session_ends.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.session_ends.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.deactivations.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.deactivations.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.reactivations.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.reactivations.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.folders.index': { paramsTuple?: []; params?: {} }
    'liaison.folders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.folders.create': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folders.store': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.hierarchies.create': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.hierarchy_previews.store': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.hierarchies.store': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_names.edit': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_names.update': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_settings.edit': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_settings.update': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_moves.create': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_moves.store': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_deletions.index': { paramsTuple?: []; params?: {} }
    'liaison.folder_deletions.create': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_deletions.store': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_recoveries.create': { paramsTuple: [ParamValue]; params: {'deletion_id': ParamValue} }
    'liaison.folder_recoveries.store': { paramsTuple: [ParamValue]; params: {'deletion_id': ParamValue} }
    'liaison.folder_templates.index': { paramsTuple?: []; params?: {} }
    'liaison.folder_templates.create': { paramsTuple?: []; params?: {} }
    'liaison.folder_templates.store': { paramsTuple?: []; params?: {} }
    'liaison.folder_template_words.edit': { paramsTuple: [ParamValue]; params: {'template_id': ParamValue} }
    'liaison.folder_template_words.update': { paramsTuple: [ParamValue]; params: {'template_id': ParamValue} }
    'liaison.folder_template_deletions.create': { paramsTuple: [ParamValue]; params: {'template_id': ParamValue} }
    'liaison.folder_template_deletions.store': { paramsTuple: [ParamValue]; params: {'template_id': ParamValue} }
    'liaison.offers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.offers.acceptances.store': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.offers.accounts.store': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.offers.refusals.create': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.offers.refusals.store': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.offers.withdrawals.create': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.offers.withdrawals.store': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.offers.reminders.store': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.requests.index': { paramsTuple?: []; params?: {} }
    'liaison.requests.notices.update': { paramsTuple?: []; params?: {} }
    'liaison.subscriptions.index': { paramsTuple?: []; params?: {} }
    'liaison.subscriptions.create': { paramsTuple?: []; params?: {} }
    'liaison.subscriptions.store': { paramsTuple?: []; params?: {} }
    'liaison.subscriptions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.subscriptions.changes.create': { paramsTuple: [ParamValue]; params: {'subscription_id': ParamValue} }
    'liaison.subscriptions.changes.store': { paramsTuple: [ParamValue]; params: {'subscription_id': ParamValue} }
    'liaison.subscriptions.endings.create': { paramsTuple: [ParamValue]; params: {'subscription_id': ParamValue} }
    'liaison.subscriptions.endings.store': { paramsTuple: [ParamValue]; params: {'subscription_id': ParamValue} }
    'liaison.subscriptions.restarts.store': { paramsTuple: [ParamValue]; params: {'subscription_id': ParamValue} }
    'liaison.folders.subscriptions.index': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.accounts.reach.show': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.departures.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.departures.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.departures.index': { paramsTuple?: []; params?: {} }
    'liaison.departures.show': { paramsTuple: [ParamValue]; params: {'departure_id': ParamValue} }
    'liaison.departures.cancellations.store': { paramsTuple: [ParamValue]; params: {'departure_id': ParamValue} }
    'liaison.imports.index': { paramsTuple?: []; params?: {} }
    'liaison.imports.create': { paramsTuple?: []; params?: {} }
    'liaison.imports.template': { paramsTuple?: []; params?: {} }
    'liaison.imports.store': { paramsTuple?: []; params?: {} }
    'liaison.imports.uploads.store': { paramsTuple?: []; params?: {} }
    'liaison.imports.show': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.edit': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.update': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.destroy': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.applications.store': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.password_lists.store': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.activation_mails.store': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.undos.create': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.undos.store': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.accesses.index': { paramsTuple?: []; params?: {} }
    'liaison.access_exports.show': { paramsTuple?: []; params?: {} }
    'liaison.access_matrices.show': { paramsTuple?: []; params?: {} }
    'liaison.access_matrix_exports.show': { paramsTuple?: []; params?: {} }
    'liaison.reviews.index': { paramsTuple?: []; params?: {} }
    'liaison.reviews.store': { paramsTuple?: []; params?: {} }
    'liaison.reviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.reviews.decisions.store': { paramsTuple: [ParamValue]; params: {'review_id': ParamValue} }
    'liaison.reviews.changes.create': { paramsTuple: [ParamValue]; params: {'review_id': ParamValue} }
    'liaison.reviews.changes.store': { paramsTuple: [ParamValue]; params: {'review_id': ParamValue} }
    'liaison.reviews.exports.show': { paramsTuple: [ParamValue]; params: {'review_id': ParamValue} }
    'liaison.review_items.restorations.store': { paramsTuple: [ParamValue]; params: {'item_id': ParamValue} }
    'liaison.activities.index': { paramsTuple?: []; params?: {} }
    'liaison.activity_exports.show': { paramsTuple?: []; params?: {} }
    'liaison.transfers.index': { paramsTuple?: []; params?: {} }
    'liaison.transfer_exports.show': { paramsTuple?: []; params?: {} }
    'liaison.announcements.index': { paramsTuple?: []; params?: {} }
    'liaison.announcements.create': { paramsTuple?: []; params?: {} }
    'liaison.announcements.store': { paramsTuple?: []; params?: {} }
    'liaison.announcements.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.announcements.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.announcements.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.announcements.withdrawals.create': { paramsTuple: [ParamValue]; params: {'announcement_id': ParamValue} }
    'liaison.announcements.withdrawals.store': { paramsTuple: [ParamValue]; params: {'announcement_id': ParamValue} }
    'liaison.help_requests.index': { paramsTuple?: []; params?: {} }
    'liaison.help_requests.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.help_requests.notes.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'liaison.help_requests.internal_notes.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'liaison.help_requests.passings.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'liaison.help_requests.solutions.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'liaison.absences.index': { paramsTuple?: []; params?: {} }
    'liaison.absences.create': { paramsTuple?: []; params?: {} }
    'liaison.absences.store': { paramsTuple?: []; params?: {} }
    'liaison.absences.cancellations.store': { paramsTuple: [ParamValue]; params: {'absence_id': ParamValue} }
    'liaison.holidays.index': { paramsTuple?: []; params?: {} }
    'liaison.holidays.store': { paramsTuple?: []; params?: {} }
    'liaison.holidays.federal.store': { paramsTuple?: []; params?: {} }
    'liaison.holidays.destroy': { paramsTuple: [ParamValue]; params: {'holiday_id': ParamValue} }
    'liaison.programs.index': { paramsTuple?: []; params?: {} }
    'liaison.programs.create': { paramsTuple?: []; params?: {} }
    'liaison.programs.store': { paramsTuple?: []; params?: {} }
    'liaison.programs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.program_names.edit': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.program_names.update': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.retirements.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.retirements.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.resumptions.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.draft_previews.show': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.publications.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.draft_discards.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.draft_discards.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.editions.index': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.editions.show': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'edition_id': ParamValue} }
    'liaison.entries.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.entries.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.entries.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'entry_id': ParamValue} }
    'liaison.entries.update': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'entry_id': ParamValue} }
    'liaison.entry_removals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'entry_id': ParamValue} }
    'liaison.entry_restorations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'entry_id': ParamValue} }
    'liaison.entry_moves.store': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'entry_id': ParamValue} }
    'liaison.program_imports.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.program_imports.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.program_import_previews.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.program_import_uploads.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.freshness.show': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.record_reviews.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.confirmation_requests.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.entry_reports.index': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.entry_reports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'report_id': ParamValue} }
    'liaison.report_settlements.store': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'report_id': ParamValue} }
    'help_desk.accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'help_desk.explanation.show': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.unlockings.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.unlockings.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.resets.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.resets.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.session_ends.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.session_ends.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.mails.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.mails.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.searches.index': { paramsTuple?: []; params?: {} }
    'help_desk.organizations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'help_desk.folders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'help_desk.receipts.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'help_desk.help_requests.index': { paramsTuple?: []; params?: {} }
    'help_desk.help_requests.create': { paramsTuple?: []; params?: {} }
    'help_desk.help_requests.store': { paramsTuple?: []; params?: {} }
    'help_desk.help_requests.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'help_desk.help_requests.notes.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'help_desk.help_requests.internal_notes.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'help_desk.help_requests.passings.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'help_desk.help_requests.solutions.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'operations.announcements.index': { paramsTuple?: []; params?: {} }
    'operations.announcements.create': { paramsTuple?: []; params?: {} }
    'operations.announcements.store': { paramsTuple?: []; params?: {} }
    'operations.announcements.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.announcements.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.announcements.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.announcements.withdrawals.create': { paramsTuple: [ParamValue]; params: {'announcement_id': ParamValue} }
    'operations.announcements.withdrawals.store': { paramsTuple: [ParamValue]; params: {'announcement_id': ParamValue} }
    'operations.quick_references.index': { paramsTuple?: []; params?: {} }
    'operations.organizations.directory.show': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.organizations.directory.edit': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.organizations.directory.update': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.organizations.directory.links.destroy': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.organizations.directory.removals.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.organizations.directory.removals.store': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.overview.show': { paramsTuple?: []; params?: {} }
    'operations.organizations.index': { paramsTuple?: []; params?: {} }
    'operations.organizations.create': { paramsTuple?: []; params?: {} }
    'operations.organizations.store': { paramsTuple?: []; params?: {} }
    'operations.organizations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.organizations.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.organizations.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.suspensions.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.suspensions.store': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.reinstatements.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.reinstatements.store': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.contact.edit': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.contact.update': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.administrators.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.administrators.store': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.liaisons.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.liaisons.store': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.new_liaisons.store': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.promotions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'organization_id': ParamValue,'liaison_id': ParamValue} }
    'operations.dismissals.create': { paramsTuple: [ParamValue,ParamValue]; params: {'organization_id': ParamValue,'liaison_id': ParamValue} }
    'operations.dismissals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'organization_id': ParamValue,'liaison_id': ParamValue} }
    'operations.policy.edit': { paramsTuple?: []; params?: {} }
    'operations.policy.update': { paramsTuple?: []; params?: {} }
    'operations.holidays.index': { paramsTuple?: []; params?: {} }
    'operations.holidays.store': { paramsTuple?: []; params?: {} }
    'operations.holidays.federal.store': { paramsTuple?: []; params?: {} }
    'operations.holidays.destroy': { paramsTuple: [ParamValue]; params: {'holiday_id': ParamValue} }
    'unknown': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
  }
  GET: {
    'activations.create': { paramsTuple?: []; params?: {} }
    'activations.edit': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'request_access.create': { paramsTuple?: []; params?: {} }
    'request_access.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'request_access.withdrawals.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'who_to_call.show': { paramsTuple?: []; params?: {} }
    'who_to_call.text': { paramsTuple?: []; params?: {} }
    'quick_references.index': { paramsTuple?: []; params?: {} }
    'quick_references.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quick_references.text': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quick_references.data': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quick_references.markdown': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'confirmations.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'quick_references.reports.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'sign_in.create': { paramsTuple?: []; params?: {} }
    'sign_out.create': { paramsTuple?: []; params?: {} }
    'logo.show': { paramsTuple?: []; params?: {} }
    'find_your_liaison.index': { paramsTuple?: []; params?: {} }
    'password_resets.create': { paramsTuple?: []; params?: {} }
    'password_resets.edit': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'password.edit': { paramsTuple?: []; params?: {} }
    'help_requests.index': { paramsTuple?: []; params?: {} }
    'help_requests.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'start': { paramsTuple?: []; params?: {} }
    'home.show': { paramsTuple?: []; params?: {} }
    'folders.index': { paramsTuple?: []; params?: {} }
    'folders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'waybills.index': { paramsTuple?: []; params?: {} }
    'deleted.index': { paramsTuple?: []; params?: {} }
    'files.restorations.create': { paramsTuple: [ParamValue]; params: {'file_id': ParamValue} }
    'files.destructions.create': { paramsTuple: [ParamValue]; params: {'file_id': ParamValue} }
    'files.download': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.html': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.text': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.contents': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'manner': ParamValue} }
    'folders.archive': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'presence.show': { paramsTuple?: []; params?: {} }
    'own_confirmations.index': { paramsTuple?: []; params?: {} }
    'profile.show': { paramsTuple?: []; params?: {} }
    'terms.show': { paramsTuple?: []; params?: {} }
    'help.show': { paramsTuple?: []; params?: {} }
    'liaison.overview.show': { paramsTuple?: []; params?: {} }
    'liaison.directory.show': { paramsTuple?: []; params?: {} }
    'liaison.directory.edit': { paramsTuple?: []; params?: {} }
    'liaison.directory.removals.create': { paramsTuple?: []; params?: {} }
    'liaison.contact.edit': { paramsTuple?: []; params?: {} }
    'liaison.access_requests.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.access_requests.declines.create': { paramsTuple: [ParamValue]; params: {'access_request_id': ParamValue} }
    'liaison.accounts.index': { paramsTuple?: []; params?: {} }
    'liaison.accounts.create': { paramsTuple?: []; params?: {} }
    'liaison.accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.accounts.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.welcome_sheets.show': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.resets.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.session_ends.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.deactivations.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.reactivations.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.folders.index': { paramsTuple?: []; params?: {} }
    'liaison.folders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.folders.create': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.hierarchies.create': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_names.edit': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_settings.edit': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_moves.create': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_deletions.index': { paramsTuple?: []; params?: {} }
    'liaison.folder_deletions.create': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_recoveries.create': { paramsTuple: [ParamValue]; params: {'deletion_id': ParamValue} }
    'liaison.folder_templates.index': { paramsTuple?: []; params?: {} }
    'liaison.folder_templates.create': { paramsTuple?: []; params?: {} }
    'liaison.folder_template_words.edit': { paramsTuple: [ParamValue]; params: {'template_id': ParamValue} }
    'liaison.folder_template_deletions.create': { paramsTuple: [ParamValue]; params: {'template_id': ParamValue} }
    'liaison.offers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.offers.refusals.create': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.offers.withdrawals.create': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.requests.index': { paramsTuple?: []; params?: {} }
    'liaison.subscriptions.index': { paramsTuple?: []; params?: {} }
    'liaison.subscriptions.create': { paramsTuple?: []; params?: {} }
    'liaison.subscriptions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.subscriptions.changes.create': { paramsTuple: [ParamValue]; params: {'subscription_id': ParamValue} }
    'liaison.subscriptions.endings.create': { paramsTuple: [ParamValue]; params: {'subscription_id': ParamValue} }
    'liaison.folders.subscriptions.index': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.accounts.reach.show': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.departures.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.departures.index': { paramsTuple?: []; params?: {} }
    'liaison.departures.show': { paramsTuple: [ParamValue]; params: {'departure_id': ParamValue} }
    'liaison.imports.index': { paramsTuple?: []; params?: {} }
    'liaison.imports.create': { paramsTuple?: []; params?: {} }
    'liaison.imports.template': { paramsTuple?: []; params?: {} }
    'liaison.imports.show': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.edit': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.undos.create': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.accesses.index': { paramsTuple?: []; params?: {} }
    'liaison.access_exports.show': { paramsTuple?: []; params?: {} }
    'liaison.access_matrices.show': { paramsTuple?: []; params?: {} }
    'liaison.access_matrix_exports.show': { paramsTuple?: []; params?: {} }
    'liaison.reviews.index': { paramsTuple?: []; params?: {} }
    'liaison.reviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.reviews.changes.create': { paramsTuple: [ParamValue]; params: {'review_id': ParamValue} }
    'liaison.reviews.exports.show': { paramsTuple: [ParamValue]; params: {'review_id': ParamValue} }
    'liaison.activities.index': { paramsTuple?: []; params?: {} }
    'liaison.activity_exports.show': { paramsTuple?: []; params?: {} }
    'liaison.transfers.index': { paramsTuple?: []; params?: {} }
    'liaison.transfer_exports.show': { paramsTuple?: []; params?: {} }
    'liaison.announcements.index': { paramsTuple?: []; params?: {} }
    'liaison.announcements.create': { paramsTuple?: []; params?: {} }
    'liaison.announcements.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.announcements.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.announcements.withdrawals.create': { paramsTuple: [ParamValue]; params: {'announcement_id': ParamValue} }
    'liaison.help_requests.index': { paramsTuple?: []; params?: {} }
    'liaison.help_requests.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.absences.index': { paramsTuple?: []; params?: {} }
    'liaison.absences.create': { paramsTuple?: []; params?: {} }
    'liaison.holidays.index': { paramsTuple?: []; params?: {} }
    'liaison.programs.index': { paramsTuple?: []; params?: {} }
    'liaison.programs.create': { paramsTuple?: []; params?: {} }
    'liaison.programs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.program_names.edit': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.retirements.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.draft_previews.show': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.draft_discards.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.editions.index': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.editions.show': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'edition_id': ParamValue} }
    'liaison.entries.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.entries.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'entry_id': ParamValue} }
    'liaison.program_imports.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.freshness.show': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.entry_reports.index': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.entry_reports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'report_id': ParamValue} }
    'help_desk.accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'help_desk.explanation.show': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.unlockings.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.resets.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.session_ends.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.mails.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.searches.index': { paramsTuple?: []; params?: {} }
    'help_desk.organizations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'help_desk.folders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'help_desk.receipts.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'help_desk.help_requests.index': { paramsTuple?: []; params?: {} }
    'help_desk.help_requests.create': { paramsTuple?: []; params?: {} }
    'help_desk.help_requests.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.announcements.index': { paramsTuple?: []; params?: {} }
    'operations.announcements.create': { paramsTuple?: []; params?: {} }
    'operations.announcements.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.announcements.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.announcements.withdrawals.create': { paramsTuple: [ParamValue]; params: {'announcement_id': ParamValue} }
    'operations.quick_references.index': { paramsTuple?: []; params?: {} }
    'operations.organizations.directory.show': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.organizations.directory.edit': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.organizations.directory.removals.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.overview.show': { paramsTuple?: []; params?: {} }
    'operations.organizations.index': { paramsTuple?: []; params?: {} }
    'operations.organizations.create': { paramsTuple?: []; params?: {} }
    'operations.organizations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.organizations.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.suspensions.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.reinstatements.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.contact.edit': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.administrators.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.liaisons.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.dismissals.create': { paramsTuple: [ParamValue,ParamValue]; params: {'organization_id': ParamValue,'liaison_id': ParamValue} }
    'operations.policy.edit': { paramsTuple?: []; params?: {} }
    'operations.holidays.index': { paramsTuple?: []; params?: {} }
    'unknown': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
  }
  HEAD: {
    'activations.create': { paramsTuple?: []; params?: {} }
    'activations.edit': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'request_access.create': { paramsTuple?: []; params?: {} }
    'request_access.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'request_access.withdrawals.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'who_to_call.show': { paramsTuple?: []; params?: {} }
    'who_to_call.text': { paramsTuple?: []; params?: {} }
    'quick_references.index': { paramsTuple?: []; params?: {} }
    'quick_references.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quick_references.text': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quick_references.data': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quick_references.markdown': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'confirmations.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'quick_references.reports.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'sign_in.create': { paramsTuple?: []; params?: {} }
    'sign_out.create': { paramsTuple?: []; params?: {} }
    'logo.show': { paramsTuple?: []; params?: {} }
    'find_your_liaison.index': { paramsTuple?: []; params?: {} }
    'password_resets.create': { paramsTuple?: []; params?: {} }
    'password_resets.edit': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'password.edit': { paramsTuple?: []; params?: {} }
    'help_requests.index': { paramsTuple?: []; params?: {} }
    'help_requests.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'start': { paramsTuple?: []; params?: {} }
    'home.show': { paramsTuple?: []; params?: {} }
    'folders.index': { paramsTuple?: []; params?: {} }
    'folders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'waybills.index': { paramsTuple?: []; params?: {} }
    'deleted.index': { paramsTuple?: []; params?: {} }
    'files.restorations.create': { paramsTuple: [ParamValue]; params: {'file_id': ParamValue} }
    'files.destructions.create': { paramsTuple: [ParamValue]; params: {'file_id': ParamValue} }
    'files.download': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.html': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.text': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.contents': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'manner': ParamValue} }
    'folders.archive': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'presence.show': { paramsTuple?: []; params?: {} }
    'own_confirmations.index': { paramsTuple?: []; params?: {} }
    'profile.show': { paramsTuple?: []; params?: {} }
    'terms.show': { paramsTuple?: []; params?: {} }
    'help.show': { paramsTuple?: []; params?: {} }
    'liaison.overview.show': { paramsTuple?: []; params?: {} }
    'liaison.directory.show': { paramsTuple?: []; params?: {} }
    'liaison.directory.edit': { paramsTuple?: []; params?: {} }
    'liaison.directory.removals.create': { paramsTuple?: []; params?: {} }
    'liaison.contact.edit': { paramsTuple?: []; params?: {} }
    'liaison.access_requests.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.access_requests.declines.create': { paramsTuple: [ParamValue]; params: {'access_request_id': ParamValue} }
    'liaison.accounts.index': { paramsTuple?: []; params?: {} }
    'liaison.accounts.create': { paramsTuple?: []; params?: {} }
    'liaison.accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.accounts.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.welcome_sheets.show': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.resets.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.session_ends.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.deactivations.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.reactivations.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.folders.index': { paramsTuple?: []; params?: {} }
    'liaison.folders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.folders.create': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.hierarchies.create': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_names.edit': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_settings.edit': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_moves.create': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_deletions.index': { paramsTuple?: []; params?: {} }
    'liaison.folder_deletions.create': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_recoveries.create': { paramsTuple: [ParamValue]; params: {'deletion_id': ParamValue} }
    'liaison.folder_templates.index': { paramsTuple?: []; params?: {} }
    'liaison.folder_templates.create': { paramsTuple?: []; params?: {} }
    'liaison.folder_template_words.edit': { paramsTuple: [ParamValue]; params: {'template_id': ParamValue} }
    'liaison.folder_template_deletions.create': { paramsTuple: [ParamValue]; params: {'template_id': ParamValue} }
    'liaison.offers.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.offers.refusals.create': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.offers.withdrawals.create': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.requests.index': { paramsTuple?: []; params?: {} }
    'liaison.subscriptions.index': { paramsTuple?: []; params?: {} }
    'liaison.subscriptions.create': { paramsTuple?: []; params?: {} }
    'liaison.subscriptions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.subscriptions.changes.create': { paramsTuple: [ParamValue]; params: {'subscription_id': ParamValue} }
    'liaison.subscriptions.endings.create': { paramsTuple: [ParamValue]; params: {'subscription_id': ParamValue} }
    'liaison.folders.subscriptions.index': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.accounts.reach.show': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.departures.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.departures.index': { paramsTuple?: []; params?: {} }
    'liaison.departures.show': { paramsTuple: [ParamValue]; params: {'departure_id': ParamValue} }
    'liaison.imports.index': { paramsTuple?: []; params?: {} }
    'liaison.imports.create': { paramsTuple?: []; params?: {} }
    'liaison.imports.template': { paramsTuple?: []; params?: {} }
    'liaison.imports.show': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.edit': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.undos.create': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.accesses.index': { paramsTuple?: []; params?: {} }
    'liaison.access_exports.show': { paramsTuple?: []; params?: {} }
    'liaison.access_matrices.show': { paramsTuple?: []; params?: {} }
    'liaison.access_matrix_exports.show': { paramsTuple?: []; params?: {} }
    'liaison.reviews.index': { paramsTuple?: []; params?: {} }
    'liaison.reviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.reviews.changes.create': { paramsTuple: [ParamValue]; params: {'review_id': ParamValue} }
    'liaison.reviews.exports.show': { paramsTuple: [ParamValue]; params: {'review_id': ParamValue} }
    'liaison.activities.index': { paramsTuple?: []; params?: {} }
    'liaison.activity_exports.show': { paramsTuple?: []; params?: {} }
    'liaison.transfers.index': { paramsTuple?: []; params?: {} }
    'liaison.transfer_exports.show': { paramsTuple?: []; params?: {} }
    'liaison.announcements.index': { paramsTuple?: []; params?: {} }
    'liaison.announcements.create': { paramsTuple?: []; params?: {} }
    'liaison.announcements.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.announcements.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.announcements.withdrawals.create': { paramsTuple: [ParamValue]; params: {'announcement_id': ParamValue} }
    'liaison.help_requests.index': { paramsTuple?: []; params?: {} }
    'liaison.help_requests.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.absences.index': { paramsTuple?: []; params?: {} }
    'liaison.absences.create': { paramsTuple?: []; params?: {} }
    'liaison.holidays.index': { paramsTuple?: []; params?: {} }
    'liaison.programs.index': { paramsTuple?: []; params?: {} }
    'liaison.programs.create': { paramsTuple?: []; params?: {} }
    'liaison.programs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.program_names.edit': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.retirements.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.draft_previews.show': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.draft_discards.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.editions.index': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.editions.show': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'edition_id': ParamValue} }
    'liaison.entries.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.entries.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'entry_id': ParamValue} }
    'liaison.program_imports.create': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.freshness.show': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.entry_reports.index': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.entry_reports.show': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'report_id': ParamValue} }
    'help_desk.accounts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'help_desk.explanation.show': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.unlockings.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.resets.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.session_ends.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.mails.create': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.searches.index': { paramsTuple?: []; params?: {} }
    'help_desk.organizations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'help_desk.folders.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'help_desk.receipts.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'help_desk.help_requests.index': { paramsTuple?: []; params?: {} }
    'help_desk.help_requests.create': { paramsTuple?: []; params?: {} }
    'help_desk.help_requests.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.announcements.index': { paramsTuple?: []; params?: {} }
    'operations.announcements.create': { paramsTuple?: []; params?: {} }
    'operations.announcements.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.announcements.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.announcements.withdrawals.create': { paramsTuple: [ParamValue]; params: {'announcement_id': ParamValue} }
    'operations.quick_references.index': { paramsTuple?: []; params?: {} }
    'operations.organizations.directory.show': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.organizations.directory.edit': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.organizations.directory.removals.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.overview.show': { paramsTuple?: []; params?: {} }
    'operations.organizations.index': { paramsTuple?: []; params?: {} }
    'operations.organizations.create': { paramsTuple?: []; params?: {} }
    'operations.organizations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.organizations.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.suspensions.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.reinstatements.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.contact.edit': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.administrators.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.liaisons.create': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.dismissals.create': { paramsTuple: [ParamValue,ParamValue]; params: {'organization_id': ParamValue,'liaison_id': ParamValue} }
    'operations.policy.edit': { paramsTuple?: []; params?: {} }
    'operations.holidays.index': { paramsTuple?: []; params?: {} }
    'unknown': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
  }
  POST: {
    'activations.store': { paramsTuple?: []; params?: {} }
    'request_access.store': { paramsTuple?: []; params?: {} }
    'request_access.withdrawals.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'confirmations.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'confirmations.reports.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'quick_references.reports.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'sign_in.store': { paramsTuple?: []; params?: {} }
    'sign_out.store': { paramsTuple?: []; params?: {} }
    'password_resets.store': { paramsTuple?: []; params?: {} }
    'help_requests.store': { paramsTuple?: []; params?: {} }
    'help_requests.notes.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'help_requests.closings.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'help_requests.reopenings.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'folders.forms.store': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'files.reversions.store': { paramsTuple: [ParamValue]; params: {'file_id': ParamValue} }
    'undos.store': { paramsTuple?: []; params?: {} }
    'files.restorations.store': { paramsTuple: [ParamValue]; params: {'file_id': ParamValue} }
    'files.destructions.store': { paramsTuple: [ParamValue]; params: {'file_id': ParamValue} }
    'own_confirmations.store': { paramsTuple?: []; params?: {} }
    'terms.store': { paramsTuple?: []; params?: {} }
    'announcements.understandings.store': { paramsTuple: [ParamValue]; params: {'announcement_id': ParamValue} }
    'liaison.directory.removals.store': { paramsTuple?: []; params?: {} }
    'liaison.access_requests.approvals.store': { paramsTuple: [ParamValue]; params: {'access_request_id': ParamValue} }
    'liaison.access_requests.matches.store': { paramsTuple: [ParamValue]; params: {'access_request_id': ParamValue} }
    'liaison.access_requests.declines.store': { paramsTuple: [ParamValue]; params: {'access_request_id': ParamValue} }
    'liaison.accounts.store': { paramsTuple?: []; params?: {} }
    'liaison.welcome_mails.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.activation_mails.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.resets.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.unlockings.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.session_ends.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.deactivations.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.reactivations.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.folders.store': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.hierarchy_previews.store': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.hierarchies.store': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_moves.store': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_deletions.store': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_recoveries.store': { paramsTuple: [ParamValue]; params: {'deletion_id': ParamValue} }
    'liaison.folder_templates.store': { paramsTuple?: []; params?: {} }
    'liaison.folder_template_deletions.store': { paramsTuple: [ParamValue]; params: {'template_id': ParamValue} }
    'liaison.offers.acceptances.store': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.offers.accounts.store': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.offers.refusals.store': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.offers.withdrawals.store': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.offers.reminders.store': { paramsTuple: [ParamValue]; params: {'offer_id': ParamValue} }
    'liaison.subscriptions.store': { paramsTuple?: []; params?: {} }
    'liaison.subscriptions.changes.store': { paramsTuple: [ParamValue]; params: {'subscription_id': ParamValue} }
    'liaison.subscriptions.endings.store': { paramsTuple: [ParamValue]; params: {'subscription_id': ParamValue} }
    'liaison.subscriptions.restarts.store': { paramsTuple: [ParamValue]; params: {'subscription_id': ParamValue} }
    'liaison.departures.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'liaison.departures.cancellations.store': { paramsTuple: [ParamValue]; params: {'departure_id': ParamValue} }
    'liaison.imports.store': { paramsTuple?: []; params?: {} }
    'liaison.imports.uploads.store': { paramsTuple?: []; params?: {} }
    'liaison.imports.applications.store': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.password_lists.store': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.activation_mails.store': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.imports.undos.store': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.reviews.store': { paramsTuple?: []; params?: {} }
    'liaison.reviews.decisions.store': { paramsTuple: [ParamValue]; params: {'review_id': ParamValue} }
    'liaison.reviews.changes.store': { paramsTuple: [ParamValue]; params: {'review_id': ParamValue} }
    'liaison.review_items.restorations.store': { paramsTuple: [ParamValue]; params: {'item_id': ParamValue} }
    'liaison.announcements.store': { paramsTuple?: []; params?: {} }
    'liaison.announcements.withdrawals.store': { paramsTuple: [ParamValue]; params: {'announcement_id': ParamValue} }
    'liaison.help_requests.notes.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'liaison.help_requests.internal_notes.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'liaison.help_requests.passings.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'liaison.help_requests.solutions.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'liaison.absences.store': { paramsTuple?: []; params?: {} }
    'liaison.absences.cancellations.store': { paramsTuple: [ParamValue]; params: {'absence_id': ParamValue} }
    'liaison.holidays.store': { paramsTuple?: []; params?: {} }
    'liaison.holidays.federal.store': { paramsTuple?: []; params?: {} }
    'liaison.programs.store': { paramsTuple?: []; params?: {} }
    'liaison.retirements.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.resumptions.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.publications.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.draft_discards.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.entries.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.entry_removals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'entry_id': ParamValue} }
    'liaison.entry_restorations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'entry_id': ParamValue} }
    'liaison.entry_moves.store': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'entry_id': ParamValue} }
    'liaison.program_imports.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.program_import_previews.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.program_import_uploads.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.record_reviews.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.confirmation_requests.store': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.report_settlements.store': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'report_id': ParamValue} }
    'help_desk.unlockings.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.resets.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.session_ends.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.mails.store': { paramsTuple: [ParamValue]; params: {'account_id': ParamValue} }
    'help_desk.help_requests.store': { paramsTuple?: []; params?: {} }
    'help_desk.help_requests.notes.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'help_desk.help_requests.internal_notes.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'help_desk.help_requests.passings.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'help_desk.help_requests.solutions.store': { paramsTuple: [ParamValue]; params: {'help_request_id': ParamValue} }
    'operations.announcements.store': { paramsTuple?: []; params?: {} }
    'operations.announcements.withdrawals.store': { paramsTuple: [ParamValue]; params: {'announcement_id': ParamValue} }
    'operations.organizations.directory.removals.store': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.organizations.store': { paramsTuple?: []; params?: {} }
    'operations.suspensions.store': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.reinstatements.store': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.administrators.store': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.liaisons.store': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.new_liaisons.store': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.promotions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'organization_id': ParamValue,'liaison_id': ParamValue} }
    'operations.dismissals.store': { paramsTuple: [ParamValue,ParamValue]; params: {'organization_id': ParamValue,'liaison_id': ParamValue} }
    'operations.holidays.store': { paramsTuple?: []; params?: {} }
    'operations.holidays.federal.store': { paramsTuple?: []; params?: {} }
  }
  PUT: {
    'activations.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'password_resets.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'password.update': { paramsTuple?: []; params?: {} }
    'held_uploads.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.directory.update': { paramsTuple?: []; params?: {} }
    'liaison.contact.update': { paramsTuple?: []; params?: {} }
    'liaison.accounts.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.folder_names.update': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_settings.update': { paramsTuple: [ParamValue]; params: {'folder_id': ParamValue} }
    'liaison.folder_template_words.update': { paramsTuple: [ParamValue]; params: {'template_id': ParamValue} }
    'liaison.requests.notices.update': { paramsTuple?: []; params?: {} }
    'liaison.imports.update': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.announcements.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.program_names.update': { paramsTuple: [ParamValue]; params: {'program_id': ParamValue} }
    'liaison.entries.update': { paramsTuple: [ParamValue,ParamValue]; params: {'program_id': ParamValue,'entry_id': ParamValue} }
    'operations.announcements.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.organizations.directory.update': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.organizations.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.contact.update': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.policy.update': { paramsTuple?: []; params?: {} }
  }
  DELETE: {
    'held_uploads.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'other_sessions.destroy': { paramsTuple?: []; params?: {} }
    'sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'liaison.directory.links.destroy': { paramsTuple?: []; params?: {} }
    'liaison.imports.destroy': { paramsTuple: [ParamValue]; params: {'import_id': ParamValue} }
    'liaison.holidays.destroy': { paramsTuple: [ParamValue]; params: {'holiday_id': ParamValue} }
    'operations.organizations.directory.links.destroy': { paramsTuple: [ParamValue]; params: {'organization_id': ParamValue} }
    'operations.holidays.destroy': { paramsTuple: [ParamValue]; params: {'holiday_id': ParamValue} }
  }
  PATCH: {
    'liaison.announcements.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.announcements.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operations.organizations.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}