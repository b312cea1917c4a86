package io.crmkit.jpa;

import io.crmkit.contact.ContactId;
import io.crmkit.contact.MergeId;
import org.jspecify.annotations.Nullable;

/** What becomes of a column that refers to a contact when two contacts become one, and two again. */
interface Belonging {
    /** Table and column, with a dot between. */
    String column();

    /**
     * One contact is the other's too.
     *
     * @param merge null if a provider said so, which is never undone
     */
    void join(Sql sql, ContactId from, ContactId into, @Nullable MergeId merge);

    /** A merge was undone; what came since stays with the survivor. */
    void part(Sql sql, ContactId survivor, ContactId parted, MergeId merge);

    /** One that is taken care of elsewhere. */
    static Belonging elsewhere(String column) {
        return new Belonging() {
            @Override
            public String column() {
                return column;
            }

            @Override
            public void join(Sql sql, ContactId from, ContactId into, @Nullable MergeId merge) {}

            @Override
            public void part(Sql sql, ContactId survivor, ContactId parted, MergeId merge) {}
        };
    }
}
