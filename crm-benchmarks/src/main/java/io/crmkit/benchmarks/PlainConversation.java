package io.crmkit.benchmarks;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation as it is usually mapped. */
@Entity
@Table(
        name = "plain_conversation",
        indexes = @Index(name = "plain_conversation_latest", columnList = "contact_id, openedAt"))
class PlainConversation {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plain_conversation_seq")
    @SequenceGenerator(name = "plain_conversation_seq", sequenceName = "plain_conversation_seq", allocationSize = 50)
    @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @Nullable PlainContact contact;

    @Nullable Instant openedAt;

    @Nullable Instant lastAt;
}
