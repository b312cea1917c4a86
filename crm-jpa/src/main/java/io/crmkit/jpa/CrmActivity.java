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

/** A contact's activity as read; its id is the contact's. */
@Entity(name = "CrmActivity")
@Table(name = "crm_contact_activity")
@IdClass(RowId.class)
@Immutable
@NullUnmarked
class CrmActivity {
    @Id
    @Column(name = "tenant_id")
    String tenant;

    @Id
    @Column(name = "contact_id")
    UUID id;

    @Column(name = "first_at")
    Instant first;

    @Column(name = "last_at")
    Instant last;

    int interactions;

    @Column(name = "from_customer")
    int fromCustomer;

    @Column(name = "from_business")
    int fromBusiness;

    @Column(name = "named_at")
    @Nullable Instant namedAt;

    @Column(name = "username_at")
    @Nullable Instant usernameAt;
}
