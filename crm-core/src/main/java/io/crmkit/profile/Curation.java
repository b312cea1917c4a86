package io.crmkit.profile;

import io.crmkit.Ids;
import io.crmkit.contact.Additions;
import io.crmkit.contact.AttributeType;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Note;
import io.crmkit.contact.Tag;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.Tenants;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds to contacts by hand: tags, notes, attributes, status. Each call answers false if the tenant has no such contact or
 * it is restricted.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class Curation {
    private final Access access;
    private final Tenants tenants;
    private final InstantSource clock;
    private final Ids ids;

    public Curation(Access access, Tenants tenants, InstantSource clock, Ids ids) {
        this.access = access;
        this.tenants = tenants;
        this.clock = clock;
        this.ids = ids;
    }

    /** Puts tags on a contact and takes others off. */
    public boolean tag(Actor actor, ContactId id, Set<Tag> on, Set<Tag> off) {
        return change(actor, on.isEmpty() ? Action.UNTAG : Action.TAG, id, (additions, contact) -> {
            additions.tag(Map.of(contact, on));
            additions.untag(Map.of(contact, off));
        });
    }

    /** Writes a note in the actor's name. */
    public boolean note(Actor actor, ContactId id, String text) {
        Note note = new Note(ids.next(), clock.instant().truncatedTo(ChronoUnit.MICROS), actor.name(), text);
        return change(actor, Action.WRITE_NOTE, id, (additions, contact) -> additions.note(contact, note));
    }

    /**
     * Sets a custom attribute, or forgets it if the value is null.
     *
     * @throws IllegalArgumentException if the settings declare no such attribute, or another kind of it
     */
    public boolean set(Actor actor, ContactId id, String attribute, @Nullable AttributeValue value) {
        AttributeType type = tenants.settings(actor.tenant())
                .attribute(attribute)
                .orElseThrow(() -> new IllegalArgumentException("The tenant's settings declare no such attribute"));
        AttributeValue checked = value == null ? null : type.checked(value);
        return change(actor, Action.SET_ATTRIBUTE, id, (additions, contact) -> additions.set(contact, type, checked));
    }

    /** Sets the status, or lets it follow from activity again if null. */
    public boolean setStatus(Actor actor, ContactId id, @Nullable ContactStatus status) {
        return change(actor, Action.SET_STATUS, id, (additions, contact) -> additions.status(Set.of(contact), status));
    }

    private boolean change(Actor actor, Action action, ContactId id, BiConsumer<Additions, ContactId> change) {
        return access.enter(actor, action, id).change((work, trace) -> {
            Additions additions = work.additions();
            Optional<ContactId> held = additions
                    .hold(id)
                    .filter(contact ->
                            work.restrictions().among(Set.of(contact)).isEmpty());
            held.ifPresent(contact -> change.accept(additions, contact));
            trace.of(held, id);
            return held.isPresent();
        });
    }
}
