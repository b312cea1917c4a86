package io.crmkit.segment;

import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.interaction.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Explains criteria by what is known of one contact.
 *
 * @param entries oldest first
 */
record Findings(AsOf asOf, ContactFacts facts, List<Interaction> entries) {
    private static final int MOST = 10;
    private static final Set<EventKind> CALLS = EnumSet.of(EventKind.ESCALATED, EventKind.HANDED_TO_AGENT);

    Explanation of(Criterion criterion) {
        return new Explanation(
                criterion,
                new Fulfilment(asOf).of(criterion, facts),
                parts(criterion).stream().map(this::of).toList(),
                found(criterion),
                refs(criterion));
    }

    private List<Criterion> parts(Criterion criterion) {
        if (criterion instanceof Criterion.All all) {
            return all.of();
        } else if (criterion instanceof Criterion.Any any) {
            return any.of();
        } else if (criterion instanceof Criterion.Not not) {
            return List.of(not.one());
        }
        return criterion instanceof Known.In in ? List.of(asOf.criterion(in.segment())) : List.of();
    }

    private List<String> found(Criterion criterion) {
        return new Wording(asOf, facts).of(criterion);
    }

    private List<ProviderRef> refs(Criterion criterion) {
        if (criterion instanceof Criterion.SilentFor || criterion instanceof Criterion.LastContact) {
            return latest(entry -> at(entry, facts.summary().activity().last()), 1);
        } else if (criterion instanceof Criterion.NewFor || criterion instanceof Criterion.FirstContact) {
            return latest(entry -> at(entry, facts.summary().activity().first()), 1);
        } else if (criterion instanceof Talked.FirstWrote) {
            return latest(entry -> wrote(entry) && at(entry, facts.talk().firstWrote()), 1);
        } else if (criterion instanceof Talked.LastWrote || criterion instanceof Talked.Awaits) {
            return latest(Findings::wrote, 1);
        } else if (criterion instanceof Talked.Called) {
            return latest(entry -> entry instanceof SystemEvent event && CALLS.contains(event.kind()), 1);
        } else if (criterion instanceof Talked.Happened happened) {
            return latest(
                    entry -> entry instanceof SystemEvent event
                            && happened.any().contains(event.kind())
                            && happened.at().holds(event.occurredAt(), asOf),
                    MOST);
        } else if (criterion instanceof Dealt.Appointments appointments) {
            return new Bookings(entries).fitting(appointments, asOf).limit(MOST).toList();
        } else if (criterion instanceof Dealt.Amount amount) {
            return latest(entry -> paid(entry, amount), MOST);
        }
        return List.of();
    }

    private static boolean at(Interaction entry, @Nullable Instant time) {
        return entry.occurredAt().equals(time);
    }

    private static boolean wrote(Interaction entry) {
        return entry instanceof Message && entry.author() == Author.CUSTOMER;
    }

    private static boolean paid(Interaction entry, Dealt.Amount amount) {
        if (!(entry instanceof Dealing dealing)) {
            return false;
        }
        if (dealing.deal() instanceof Transfer transfer) {
            return transfer.money().currency().equals(amount.currency())
                    && (transfer.kind() == Transfer.Kind.ORDER) == (amount.sum() == Dealt.Sum.REVENUE);
        }
        return amount.sum() == Dealt.Sum.REVENUE
                && Optional.ofNullable(((Booking) dealing.deal()).price())
                        .filter(price -> price.currency().equals(amount.currency()))
                        .isPresent();
    }

    /** Of dealings the ids that the host gave them, of everything else the provider's. */
    private List<ProviderRef> latest(Predicate<Interaction> wanted, int most) {
        Set<ProviderRef> refs = new LinkedHashSet<>();
        List<Interaction> newest = new ArrayList<>(entries);
        Collections.reverse(newest);
        for (Interaction entry : newest) {
            if (refs.size() < most && wanted.test(entry)) {
                refs.add(
                        entry instanceof Dealing dealing
                                ? dealing.subject()
                                : entry.occurrence().ref());
            }
        }
        return List.copyOf(refs);
    }
}
