package io.crmkit.benchmarks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message as it is usually mapped. */
@Entity
@Table(
        name = "plain_message",
        uniqueConstraints = @UniqueConstraint(columnNames = {"tenant", "providerId"}),
        indexes = @Index(name = "plain_message_timeline", columnList = "contact_id, occurredAt"))
class PlainMessage {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plain_message_seq")
    @SequenceGenerator(name = "plain_message_seq", sequenceName = "plain_message_seq", allocationSize = 50)
    @Nullable Long id;

    @Column(nullable = false)
    @Nullable String tenant;

    @Column(nullable = false)
    @Nullable String providerId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @Nullable PlainContact contact;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @Nullable PlainConversation conversation;

    @Column(length = 4096)
    @Nullable String text;

    @Column(length = 4096)
    @Nullable String raw;

    @Nullable Instant occurredAt;
}
