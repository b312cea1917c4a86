package io.crmkit.testkit.simulator;

import io.crmkit.CrmSession;
import io.crmkit.capture.InboundEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How a history is delivered: in batches, in some order, some of it more than once. */
record Mail(List<List<InboundEvent>> batches) {
    Mail {
        batches = batches.stream().map(List::copyOf).toList();
    }

    /** Each event by itself. */
    static Mail oneByOne(List<InboundEvent> events) {
        return new Mail(events.stream().map(List::of).toList());
    }

    /** Shuffled, one to five times, in batches of one to a dozen. */
    static Mail muddled(List<InboundEvent> events, Dice dice) {
        List<InboundEvent> all = new ArrayList<>();
        boolean often = dice.oneIn(2);
        for (InboundEvent event : events) {
            all.addAll(Collections.nCopies(often ? 1 + dice.upTo(5) : 1, event));
        }
        Collections.shuffle(all, dice.random());
        List<List<InboundEvent>> batches = new ArrayList<>();
        int longest = 1 + dice.upTo(12);
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + dice.upTo(longest));
            batches.add(all.subList(from, to));
            from = to;
        }
        return new Mail(batches);
    }

    /** The same events by time, each once. */
    Mail inOrder(List<InboundEvent> history) {
        Set<InboundEvent> here = new LinkedHashSet<>();
        batches.forEach(here::addAll);
        return oneByOne(history.stream().filter(here::contains).toList());
    }

    Snapshot deliveredTo(CrmSession session) {
        batches.forEach(session::capture);
        return Snapshot.of(session);
    }

    Mail without(Set<InboundEvent> left) {
        return new Mail(batches.stream()
                .map(batch -> batch.stream().filter(e -> !left.contains(e)).toList())
                .filter(batch -> !batch.isEmpty())
                .toList());
    }

    /** Each event once, as it first came, each in a batch of its own. */
    Mail plain() {
        Set<InboundEvent> seen = new LinkedHashSet<>();
        batches.forEach(seen::addAll);
        return oneByOne(List.copyOf(seen));
    }

    @Override
    public String toString() {
        Stream<String> lines = batches.stream()
                .map(batch -> "  batch\n"
                        + String.join(
                                "\n",
                                batch.stream().map(e -> "    " + Telling.of(e)).toList()));
        return String.join("\n", lines.toList());
    }
}
