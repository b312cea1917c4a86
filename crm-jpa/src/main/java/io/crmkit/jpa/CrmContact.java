package io.crmkit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A contact as read: who it is, sealed. */
@Entity(name = "CrmContact")
@Table(name = "crm_contact")
@IdClass(RowId.class)
@Immutable
@NullUnmarked
class CrmContact {
    @Id
    @Column(name = "tenant_id")
    String tenant;

    @Id
    UUID id;

    int status;

    @Column(name = "data_key_id")
    UUID dataKey;

    @Column(name = "display_name")
    byte @Nullable [] displayName;

    byte @Nullable [] username;

    @Column(name = "joined_into")
    @Nullable UUID joinedInto;
}
