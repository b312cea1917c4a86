package io.crmkit.jpa;

import io.crmkit.due.Due;
import io.crmkit.interaction.Conversation;
import java.util.Collection;
import java.util.List;

/** Writes what every captured message writes, in as few statements as the database allows. */
interface HotWrites {
    /** An interaction to add, its columns already sealed. */
    record NewRow(InteractionRows.Columns columns, Hash ref, Hash route, DataKey key) {}

    /**
     * Adds interactions, counts them, keeps their conversations and adds what is due.
     *
     * @throws io.crmkit.capture.Overtaken if one of the interactions is there already
     */
    void write(List<NewRow> entries, Collection<Touch> touches, List<Conversation> conversations, Collection<Due> due);
}
