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

/** Something kept aside, as read. */
@Entity(name = "CrmSetAside")
@Table(name = "crm_set_aside")
@IdClass(RowId.class)
@Immutable
@NullUnmarked
class CrmSetAside {
    @Id
    @Column(name = "tenant_id")
    String tenant;

    @Id
    UUID id;

    @Column(name = "received_at")
    Instant receivedAt;

    byte[] sealed;
}
