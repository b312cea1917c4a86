package io.crmkit.spring.hostile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

@Entity
class Contact {
    @Id
    long id;

    String name = "";

    @Nullable OffsetDateTime seenAt;
}
