package io.crmkit.jpa;

import java.util.List;

/** Every column that refers to a contact. A feature that adds one says here what a merge does to it. */
final class Belongings {
    static final List<Belonging> ALL = List.of(
            new CopiedTags(),
            new CopiedAttributes(),
            new MovedRows("crm_note"),
            new MovedRows("crm_consent"),
            new MovedRows("crm_sending"),
            // Decided anew from the statements, row by row.
            Belonging.elsewhere("crm_identifier.contact_id"),
            Belonging.elsewhere("crm_holding.contact_id"),
            Belonging.elsewhere("crm_interaction.contact_id"),
            Belonging.elsewhere("crm_conversation.contact_id"),
            Belonging.elsewhere("crm_identity_conflict.one_id"),
            Belonging.elsewhere("crm_identity_conflict.other_id"),
            // Facts follow the messages they rest on.
            Belonging.elsewhere("crm_fact.contact_id"),
            // What moved is due to be read from the beginning.
            Belonging.elsewhere("crm_read_up_to.contact_id"),
            // Follow from what was told, which is in the timeline.
            Belonging.elsewhere("crm_appointment.contact_id"),
            Belonging.elsewhere("crm_figure.contact_id"),
            Belonging.elsewhere("crm_sale.contact_id"),
            Belonging.elsewhere("crm_touch.contact_id"),
            // Counted anew.
            Belonging.elsewhere("crm_contact_activity.contact_id"),
            // Keys go with the contacts that were sealed with them.
            Belonging.elsewhere("crm_data_key.contact_id"),
            // Written anew from names and addresses.
            Belonging.elsewhere("crm_contact_term.contact_id"),
            // Written anew from names and addresses, and from facts.
            Belonging.elsewhere("crm_contact_mark.contact_id"),
            // How the old id leads to the survivor.
            Belonging.elsewhere("crm_contact.joined_into"),
            // What was done was done with them as they were.
            Belonging.elsewhere("crm_audit_contact.contact_id"),
            // What is on its way goes on among the survivor's events; what was told stays as it was told.
            Belonging.elsewhere("crm_event.stream_id"),
            Belonging.elsewhere("crm_event.contact_id"),
            Belonging.elsewhere("crm_event.about_id"),
            Belonging.elsewhere("crm_event.other_id"),
            Belonging.elsewhere("crm_event_stream.contact_id"),
            // Looked at anew: whoever was absorbed is in no segment.
            Belonging.elsewhere("crm_membership.contact_id"),
            // How far it was looked.
            Belonging.elsewhere("crm_segment_survey.reached_id"),
            // Dealt with as it was chosen.
            Belonging.elsewhere("crm_bulk_contact.contact_id"),
            // Nobody any more.
            Belonging.elsewhere("crm_erased_contact.contact_id"),
            // What was said stays as it was said.
            Belonging.elsewhere("crm_merge.survivor_id"),
            Belonging.elsewhere("crm_merge.absorbed_id"),
            Belonging.elsewhere("crm_not_duplicate.one_id"),
            Belonging.elsewhere("crm_not_duplicate.other_id"));

    private Belongings() {}
}
