package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A conversation as read. */
@Entity(name = "CrmConversation")
@Table(name = "crm_conversation")
@IdClass(RowId.class)
@Immutable
@NullUnmarked
class CrmConversation {
    @Id
    @Column(name = "tenant_id")
    String tenant;

    @Id
    UUID id;

    @Column(name = "contact_id")
    UUID contact;

    String account;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "last_at")
    Instant lastAt;

    int state;

    boolean seamed;

    @Nullable Integer latest;

    @Column(name = "word_at")
    @Nullable Instant wordAt;

    boolean asked;

    @Column(name = "call_at")
    @Nullable Instant callAt;

    boolean raised;
}
