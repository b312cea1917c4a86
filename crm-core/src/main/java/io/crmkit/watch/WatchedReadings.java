package io.crmkit.watch;

import io.crmkit.contact.ContactId;
import io.crmkit.insight.ReadUpTo;
import io.crmkit.insight.Reading;
import io.crmkit.insight.Readings;
import io.crmkit.interaction.InteractionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Notes whose mood may be another. */
record WatchedReadings(Readings readings, Watch watch) implements Readings {
    @Override
    public List<InteractionId> unread(ContactId contact, String extractor, String reader, Instant from, int limit) {
        return readings.unread(contact, extractor, reader, from, limit);
    }

    @Override
    public Optional<ReadUpTo> readUpTo(ContactId contact, String extractor) {
        return readings.readUpTo(contact, extractor);
    }

    @Override
    public void keep(ContactId contact, String extractor, ReadUpTo upTo) {
        readings.keep(contact, extractor, upTo);
    }

    @Override
    public void keep(ContactId contact, Collection<Reading> read) {
        readings.keep(contact, read);
        watch.touch(contact);
    }

    @Override
    public List<Reading> of(Collection<InteractionId> messages) {
        return readings.of(messages);
    }

    @Override
    public boolean spend(LocalDate day, String extractor, long tokens, long budget) {
        return readings.spend(day, extractor, tokens, budget);
    }
}
