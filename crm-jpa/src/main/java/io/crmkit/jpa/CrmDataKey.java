package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A data key as read, wrapped. */
@Entity(name = "CrmDataKey")
@Table(name = "crm_data_key")
@IdClass(RowId.class)
@Immutable
@NullUnmarked
class CrmDataKey {
    @Id
    @Column(name = "tenant_id")
    String tenant;

    @Id
    UUID id;

    byte[] wrapped;
}
