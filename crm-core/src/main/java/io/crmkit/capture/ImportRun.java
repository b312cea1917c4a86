package io.crmkit.capture;

import io.crmkit.UnitOfWork;
import io.crmkit.capture.ImportOutcome.Accepted;
import io.crmkit.capture.ImportOutcome.Change;
import io.crmkit.capture.ImportOutcome.Reason;
import io.crmkit.capture.ImportOutcome.Refused;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.capture.Recollection.Held;
import io.crmkit.consent.Consent;
import io.crmkit.consent.Evidence;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.Additions;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Party;
import io.crmkit.contact.Tag;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One batch of an import within one unit of work. */
final class ImportRun {
    private static final ChannelAccount LIST = new ChannelAccount("import", "list");

    private final TenantId tenant;
    private final UnitOfWork work;
    private final CaptureRules rules;
    private final Withheld withheld;
    private final boolean dryRun;
    private final TenantSettings settings;
    private final Set<ContactId> concerned = new HashSet<>();

    ImportRun(TenantId tenant, UnitOfWork work, CaptureRules rules, Withheld withheld, boolean dryRun) {
        this.tenant = tenant;
        this.work = work;
        this.rules = rules;
        this.withheld = withheld;
        this.dryRun = dryRun;
        this.settings = rules.tenants().settings(tenant);
    }

    List<ImportOutcome> run(List<ImportedContact> contacts) {
        List<ImportOutcome> outcomes = new ArrayList<>();
        List<ImportLine> stretch = new ArrayList<>();
        Set<MatchKey> mentioned = new HashSet<>();
        for (ImportedContact contact : contacts) {
            ImportLine line = ImportLine.of(contact, settings);
            Set<MatchKey> keys = candidates(line);
            if (keys.stream().anyMatch(mentioned::contains)) {
                outcomes.addAll(strangers(stretch, mentioned));
                stretch.clear();
                mentioned.clear();
            }
            stretch.add(line);
            mentioned.addAll(keys);
        }
        outcomes.addAll(strangers(stretch, mentioned));
        return outcomes;
    }

    /** The contacts that lines led to. */
    Set<ContactId> concerned() {
        return concerned;
    }

    private Set<MatchKey> candidates(ImportLine line) {
        return line.party()
                .map(party -> PartyKeys.candidates(party, rules.matching()))
                .orElse(Set.of());
    }

    /** Lines of which no two mention the same identifier. */
    private List<ImportOutcome> strangers(List<ImportLine> lines, Set<MatchKey> keys) {
        Recollection known = recall(keys);
        Set<ContactId> restricted = restricted(known);
        List<ImportOutcome> outcomes = new ArrayList<>();
        List<InboundEvent> events = new ArrayList<>();
        for (ImportLine line : lines) {
            outcomes.add(
                    line.refused() != null
                            ? new Refused(line.refused())
                            : decide(line, line.party().orElseThrow(), known, restricted, events));
        }
        if (!dryRun) {
            if (!events.isEmpty()) {
                new CaptureRun(tenant, work, rules).run(events);
            }
            complete(lines, outcomes, events.isEmpty() ? known : recall(keys));
        }
        return outcomes;
    }

    private Set<ContactId> restricted(Recollection known) {
        Set<ContactId> holders = new HashSet<>();
        known.holders()
                .values()
                .forEach(held -> Optional.ofNullable(held.contact()).ifPresent(holders::add));
        return holders.isEmpty() ? Set.of() : withheld.among(work, holders);
    }

    private Recollection recall(Set<MatchKey> keys) {
        return keys.isEmpty()
                ? Recollection.nothing()
                : work.ledger().recall(new Recall(keys, Set.of(), Set.of(), Set.of(), Set.of(), Set.of()));
    }

    private ImportOutcome decide(
            ImportLine line, Party party, Recollection known, Set<ContactId> restricted, List<InboundEvent> events) {
        PartyKeys keys = PartyKeys.of(party, rules.matching(), known.holders()::containsKey);
        if (!keys.consistent()) {
            return new Refused(Reason.CONTRADICTS_ITSELF);
        }
        Set<ContactId> holders = holders(keys, known);
        concerned.addAll(holders);
        Instant now = rules.clock().instant();
        if (holders.isEmpty() && erased(party, known)) {
            return new Refused(Reason.ERASED);
        }
        if (holders.isEmpty()) {
            events.add(new IdentityEvent(LIST, party, now, true));
            return new Accepted(Change.CREATED);
        }
        if (holders.stream().anyMatch(restricted::contains)) {
            return new Refused(Reason.RESTRICTED);
        }
        if (holders.size() > 1) {
            return new Refused(Reason.TWO_CONTACTS);
        }
        ContactId contact = holders.iterator().next();
        List<MatchKey> missing = keys.now().keySet().stream()
                .filter(key -> holder(key, known).isEmpty())
                .toList();
        if (contradicts(contact, missing)) {
            return new Refused(Reason.CONTRADICTS_CONTACT);
        }
        if (!missing.isEmpty()) {
            events.add(new IdentityEvent(LIST, party, now, false));
        }
        boolean nothingNew = missing.isEmpty() && (line.name() == null || named(contact, known));
        return new Accepted(nothingNew ? Change.KNOWN : Change.COMPLETED);
    }

    private boolean erased(Party party, Recollection known) {
        return PartyKeys.candidates(party, rules.matching()).stream()
                .anyMatch(key -> known.tombstones().keys().containsKey(key)
                        && !known.holders().containsKey(key));
    }

    private boolean contradicts(ContactId contact, List<MatchKey> missing) {
        return !missing.isEmpty()
                && work.contacts().find(contact).stream()
                        .flatMap(found -> found.contact().identifiers().stream())
                        .map(rules.matching()::canonical)
                        .anyMatch(held -> missing.stream().anyMatch(held::contradicts));
    }

    private static Set<ContactId> holders(PartyKeys keys, Recollection known) {
        return keys.now().keySet().stream()
                .map(key -> holder(key, known))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static Optional<ContactId> holder(MatchKey key, Recollection known) {
        return Optional.ofNullable(known.holders().get(key)).map(Held::contact);
    }

    private static boolean named(ContactId contact, Recollection known) {
        return known.namings().getOrDefault(contact, Naming.NONE).displayName() != null;
    }

    /** Names and tags; an imported name counts as told before anything else, so that whatever was or is told wins. */
    private void complete(List<ImportLine> lines, List<ImportOutcome> outcomes, Recollection known) {
        Changes changes = new Changes();
        Set<ContactId> named = new HashSet<>();
        Map<ContactId, List<ImportLine>> adding = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            ImportLine line = lines.get(i);
            boolean restricted = outcomes.get(i).equals(new Refused(Reason.RESTRICTED));
            ContactId contact = restricted || outcomes.get(i) instanceof Accepted ? contact(line, known) : null;
            if (contact == null) {
                continue;
            }
            if (restricted) {
                if (line.optedOut()) {
                    optOut(contact);
                }
                continue;
            }
            concerned.add(contact);
            String name = line.name();
            if (name != null && !named(contact, known) && named.add(contact)) {
                Naming told = new Naming(new Naming.Name(name, Instant.EPOCH), null);
                changes.name(contact, told.and(known.namings().getOrDefault(contact, Naming.NONE)), true);
            }
            if (line.adds()) {
                adding.computeIfAbsent(contact, c -> new ArrayList<>()).add(line);
            }
        }
        if (!changes.namings().isEmpty()) {
            work.ledger().record(changes);
        }
        if (!adding.isEmpty()) {
            add(adding);
        }
    }

    private void add(Map<ContactId, List<ImportLine>> adding) {
        Map<ContactId, Set<Tag>> tags = new HashMap<>();
        work.additions().hold(adding.keySet()).forEach((id, contact) -> {
            for (ImportLine line : adding.getOrDefault(id, List.of())) {
                tags.computeIfAbsent(contact, c -> new HashSet<>()).addAll(line.tags());
                add(contact, line);
            }
        });
        work.additions().tag(tags);
    }

    /** What somebody set here stays. */
    private void add(ContactId contact, ImportLine line) {
        Additions additions = work.additions();
        if (line.optedOut()) {
            optOut(contact);
        }
        if (line.status() != null
                && work.contacts()
                        .find(contact)
                        .filter(found -> !found.contact().statusByHand())
                        .isPresent()) {
            additions.status(Set.of(contact), line.status());
        }
        if (!line.attributes().isEmpty()) {
            Set<String> known = additions.attributes(contact).keySet();
            line.attributes().forEach((type, value) -> {
                if (!known.contains(type.name())) {
                    additions.set(contact, type, value);
                }
            });
        }
    }

    /** Once, however often the list is imported. */
    private void optOut(ContactId contact) {
        List<Consent> known = work.consents().of(contact);
        Instant now = rules.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Evidence evidence = new Evidence(Evidence.Kind.IMPORTED, null, "import", null);
        for (Purpose purpose : List.of(Purpose.REMINDER, Purpose.MARKETING)) {
            if (known.stream()
                    .noneMatch(consent ->
                            consent.purpose() == purpose && consent.evidence().kind() == Evidence.Kind.IMPORTED)) {
                work.consents()
                        .add(
                                contact,
                                new Consent(
                                        rules.ids().next(), purpose, Consent.EVERY_CHANNEL, false, now, now, evidence));
            }
        }
    }

    private @Nullable ContactId contact(ImportLine line, Recollection known) {
        for (Identifier identifier : line.party().orElseThrow().identifiers()) {
            for (MatchKey key : rules.matching().candidates(identifier)) {
                Optional<ContactId> holder = holder(key, known);
                if (holder.isPresent()) {
                    return Objects.requireNonNull(holder.get());
                }
            }
        }
        return null;
    }
}
