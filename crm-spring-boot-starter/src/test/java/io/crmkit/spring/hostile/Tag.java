package io.crmkit.spring.hostile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
class Tag {
    @Id
    long id;

    @ManyToOne
    Contact contact = new Contact();

    String label = "";
}
