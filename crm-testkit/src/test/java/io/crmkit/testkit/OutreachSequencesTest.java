package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.Storage;
import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkId;
import io.crmkit.bulk.BulkJob;
import io.crmkit.bulk.BulkOutcome;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.BulkResult;
import io.crmkit.bulk.BulkStart;
import io.crmkit.bulk.Chosen;
import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.interaction.StatusReached;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.outreach.Campaign;
import io.crmkit.outreach.Dispatch;
import io.crmkit.outreach.Draft;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.Verdict;
import io.crmkit.privacy.Actor;
import io.crmkit.segment.Criterion;
import io.crmkit.tenant.OutreachLimits;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever happens in whatever order, and whoever dies: no forbidden message, none twice, and a result for everybody. */
@Requirement({"MSG-1", "MSG-2", "MSG-3", "PRV-8"})
class OutreachSequencesTest {
    private static final TenantId CLINIC = TenantId.of("clinica-norte");
    private static final ChannelAccount RECEPTION = new ChannelAccount("whatsapp", "1001");
    private static final int PEOPLE = 5;

    @Test
    void inRandomSequences() {
        for (int seed = 0; seed < 200; seed++) {
            new Sequence(seed).run();
        }
    }

    @Test
    @Tag("long")
    void inTenThousandRandomSequences() {
        for (int seed = 1_000; seed < 11_000; seed++) {
            new Sequence(seed).run();
        }
    }

    /** What kills a process. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Some people, what they said, and what may therefore be sent to them, as an onlooker without a database notes it. */
    private static final class Sequence {
        private final Random random;
        private final String trace;
        private final FixedClock clock = FixedClock.at("2026-04-01T15:00:00Z");
        private final Storage storage = new InMemoryStorage();
        private final ScriptedMessenger messenger = new ScriptedMessenger(RECEPTION);
        private final List<Dispatch> unanswered = new ArrayList<>();
        private final List<String> jobs = new ArrayList<>();
        private final Map<String, Boolean> agreed = new HashMap<>();
        private final Map<String, Instant> wrote = new HashMap<>();
        private final Set<String> blocked = new HashSet<>();
        private final Map<String, Set<String>> family = new HashMap<>();
        private int node;
        private int number;
        private Crm crm;

        Sequence(int seed) {
            this.random = new Random(seed);
            this.trace = "seed " + seed;
            this.crm = node();
            messenger.answering(this::answer);
        }

        private Crm node() {
            return Crm.create(storage)
                    .clock(clock)
                    .ids(new CountedIds(++node))
                    .tenants(Tenants.all(TenantSettings.DEFAULT.withOutreach(OutreachLimits.DEFAULT
                            .quiet(LocalTime.NOON, LocalTime.NOON)
                            .atMost(1_000, Duration.ofDays(1)))))
                    .messenger(messenger)
                    .build();
        }

        private CrmSession clinic() {
            return crm.as(Actor.system(CLINIC));
        }

        private Verdict answer(Dispatch dispatch) {
            allowed(dispatch);
            return switch (random.nextInt(12)) {
                case 0 -> new Verdict.RetryAfter(Duration.ofSeconds(30), random.nextBoolean(), 130429);
                case 1 -> new Verdict.Refused(131026, Verdict.Advice.CHECK_ADDRESS);
                case 2 -> {
                    unanswered.add(dispatch);
                    throw new Killed();
                }
                case 3 -> {
                    unanswered.add(dispatch);
                    yield new Verdict.Unknown();
                }
                case 4 -> {
                    clinic().capture(status(dispatch));
                    yield ScriptedMessenger.accepted(dispatch);
                }
                default -> ScriptedMessenger.accepted(dispatch);
            };
        }

        /** What an onlooker knows to be forbidden. */
        private void allowed(Dispatch dispatch) {
            String phone = dispatch.to().value();
            Set<String> one = family.getOrDefault(phone, Set.of(phone));
            assertThat(one).as("%s: blocked", trace).noneMatch(blocked::contains);
            boolean marketing = dispatch.message() instanceof Outgoing.Template;
            if (marketing) {
                assertThat(one)
                        .as("%s: nobody agreed, or somebody opted out", trace)
                        .allMatch(each -> !Boolean.FALSE.equals(agreed.get(each)))
                        .anyMatch(each -> Boolean.TRUE.equals(agreed.get(each)));
            } else {
                assertThat(one)
                        .as("%s: the window is closed", trace)
                        .anyMatch(each -> wrote.getOrDefault(each, Instant.MIN)
                                .isAfter(clock.instant().minus(Duration.ofHours(24))));
            }
            long taken = messenger.sent().stream()
                    .filter(other -> other.id().equals(dispatch.id()))
                    .count();
            assertThat(unanswered)
                    .as("%s: it may have been sent before, call %s", trace, taken)
                    .noneMatch(other -> other.id().equals(dispatch.id()));
        }

        private static InboundEvent status(Dispatch dispatch) {
            return new UpdateEvent(
                    new ProviderRef(RECEPTION, "out." + dispatch.id()),
                    Party.of(dispatch.to()),
                    new StatusReached(DeliveryState.DELIVERED, Instant.parse("2026-04-01T15:00:00Z")),
                    dispatch.id());
        }

        private static String phone(int person) {
            return "346000000" + (10 + person);
        }

        private @Nullable ContactId contact(String phone) {
            return clinic().contacts(null, 100).items().stream()
                    .filter(summary -> summary.contact().identifiers().contains(Identifier.phone(phone)))
                    .map(ContactSummary::id)
                    .findFirst()
                    .orElse(null);
        }

        private void writes(String phone, String text) {
            clinic().capture(MessageEvent.received(
                    new ProviderRef(RECEPTION, "in" + ++number),
                    Party.of(Identifier.phone(phone)),
                    clock.instant(),
                    Content.text(text)));
            wrote.put(phone, clock.instant());
        }

        void run() {
            for (int i = 0; i < PEOPLE; i++) {
                writes(phone(i), "Hola");
            }
            for (int move = 0; move < 14; move++) {
                clock.advance(Duration.ofMinutes(1 + random.nextInt(120)));
                try {
                    move(phone(random.nextInt(PEOPLE)));
                } catch (Killed killed) {
                    crm = node();
                    clock.advance(Duration.ofMinutes(6));
                }
            }
            finish();
        }

        private void move(String phone) {
            ContactId contact = contact(phone);
            Set<String> one = family.getOrDefault(phone, Set.of(phone));
            switch (random.nextInt(10)) {
                case 0 -> {
                    writes(phone, "BAJA");
                    agreed.put(phone, false);
                }
                case 1 -> writes(phone, "Hola");
                case 2, 3 -> {
                    if (contact != null) {
                        clinic().privacy().consent(contact, Purpose.MARKETING, "whatsapp", true, null);
                        one.forEach(each -> agreed.put(each, true));
                    }
                }
                case 4 -> {
                    if (contact != null) {
                        boolean block = random.nextBoolean();
                        clinic().setStatus(contact, block ? ContactStatus.BLOCKED : null);
                        one.forEach(each -> {
                            if (block) {
                                blocked.add(each);
                            } else {
                                blocked.remove(each);
                            }
                        });
                    }
                }
                case 5 -> {
                    if (contact != null) {
                        clinic().privacy().erase(contact);
                        one.forEach(each -> {
                            agreed.put(each, false);
                            wrote.remove(each);
                            blocked.remove(each);
                            family.remove(each);
                        });
                    }
                }
                case 6 -> merges(phone, phone(random.nextInt(PEOPLE)));
                case 7 -> clock.advance(Duration.ofHours(20));
                case 8 -> {
                    if (contact != null) {
                        clinic().outreach().send(contact, Draft.answer("Hola").once("k" + random.nextInt(20)));
                    }
                }
                default -> broadcasts();
            }
            crm.dueWork().runDue();
        }

        private void merges(String phone, String other) {
            ContactId one = contact(phone);
            ContactId two = contact(other);
            if (one != null && two != null && clinic().merge(one, two) instanceof MergeOutcome.Merged) {
                Set<String> both = new HashSet<>(family.getOrDefault(phone, Set.of(phone)));
                both.addAll(family.getOrDefault(other, Set.of(other)));
                boolean barred = both.stream().anyMatch(blocked::contains);
                both.forEach(each -> {
                    family.put(each, both);
                    if (barred) {
                        blocked.add(each);
                    }
                });
            }
        }

        private void broadcasts() {
            String key = "job " + ++number;
            Campaign campaign =
                    Campaign.of(Purpose.MARKETING, Outgoing.Template.of("offer" + number, "es", "{first_name|Hola}"));
            BulkStart start = clinic().bulk()
                    .start(new BulkRequest(
                            key, new BulkAction.Broadcast(campaign), new Chosen.All(Criterion.EVERYBODY)));
            jobs.add(((BulkStart.Accepted) start).job().id().toString());
        }

        /** Lets everything come to an end, and looks what became of everybody. */
        private void finish() {
            for (int i = 0; i < 60; i++) {
                clock.advance(Duration.ofMinutes(6));
                try {
                    crm.dueWork().runDue();
                } catch (Killed killed) {
                    crm = node();
                }
            }
            unanswered.forEach(dispatch -> clinic().capture(status(dispatch)));
            for (String job : jobs) {
                BulkJob done = clinic().bulk().find(BulkId.of(job)).orElseThrow();
                assertThat(done.state()).as(trace).isEqualTo(BulkJob.State.FINISHED);
                assertThat(done.progress().left()).as(trace).isZero();
                assertThat(clinic().bulk().results(done.id(), null, 100).items())
                        .as(trace)
                        .extracting(BulkResult::outcome)
                        .noneMatch(BulkOutcome.Postponed.class::isInstance);
            }
        }
    }
}
