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

/** An interaction as read, its content sealed. */
@Entity(name = "CrmInteraction")
@Table(name = "crm_interaction")
@IdClass(RowId.class)
@Immutable
@NullUnmarked
class CrmInteraction {
    @Id
    @Column(name = "tenant_id")
    String tenant;

    @Id
    UUID id;

    @Column(name = "contact_id")
    UUID contact;

    @Column(name = "conversation_id")
    UUID conversation;

    String account;

    int kind;

    int author;

    int origin;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "received_at")
    Instant receivedAt;

    int reached;

    @Column(name = "reached_at")
    @Nullable Instant reachedAt;

    @Column(name = "arrived_at")
    @Nullable Instant arrivedAt;

    @Column(name = "failed_at")
    @Nullable Instant failedAt;

    @Column(name = "data_key_id")
    UUID dataKey;

    byte[] body;

    byte @Nullable [] error;
}
