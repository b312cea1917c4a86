package io.crmkit.benchmarks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A contact as it is usually mapped. */
@Entity
@Table(
        name = "plain_contact",
        uniqueConstraints = @UniqueConstraint(columnNames = {"tenant", "phone"}),
        indexes = @Index(name = "plain_contact_first", columnList = "tenant, firstAt"))
class PlainContact {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plain_contact_seq")
    @SequenceGenerator(name = "plain_contact_seq", sequenceName = "plain_contact_seq", allocationSize = 50)
    @Nullable Long id;

    @Version
    int version;

    @Column(nullable = false)
    @Nullable String tenant;

    @Column(nullable = false)
    @Nullable String phone;

    @Nullable String name;

    int messages;

    @Nullable Instant firstAt;

    @Nullable Instant lastAt;
}
