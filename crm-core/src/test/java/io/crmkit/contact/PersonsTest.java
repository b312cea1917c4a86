package io.crmkit.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PersonsTest {
    private static final MatchKey PHONE = phone("1");
    private static final MatchKey OTHER_PHONE = phone("2");
    private static final MatchKey ID = id("a");
    private static final MatchKey OTHER_ID = id("b");

    private static MatchKey phone(String number) {
        return new MatchKey(Scheme.PHONE, "", number);
    }

    private static MatchKey id(String id) {
        return new MatchKey(Scheme.WHATSAPP_USER_ID, "north", id);
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(1_000_000 + second);
    }

    private static IdentityStatement said(int second, MatchKey... now) {
        return new IdentityStatement(Set.of(now), Set.of(), at(second), false);
    }

    private static IdentityStatement changed(int second, Set<MatchKey> before, MatchKey... now) {
        return new IdentityStatement(Set.of(now), before, at(second), false);
    }

    private static List<Holding<Integer>> times(MatchKey key, IdentityStatement... statements) {
        return Persons.from(List.of(statements)).holdings().get(key);
    }

    @Test
    void identifiersStatedTogetherAreOnePersons() {
        Persons persons = Persons.from(List.of(said(1, PHONE), said(2, ID), said(3, PHONE, ID)));
        assertThat(persons.holdings().get(PHONE)).isEqualTo(persons.holdings().get(ID));
        assertThat(persons.contradictions()).isEmpty();
    }

    @Test
    void twoValuesOfOneSchemeContradict() {
        Persons persons = Persons.from(List.of(said(1, PHONE, ID), said(2, PHONE, OTHER_ID)));
        assertThat(persons.holdings().get(OTHER_ID))
                .isNotEqualTo(persons.holdings().get(ID));
        assertThat(persons.contradictions()).hasSize(1);
    }

    @Test
    void aContradictionLaterResolvedIsNone() {
        IdentityStatement contradicting = said(2, PHONE, OTHER_ID);
        IdentityStatement resolving = changed(3, Set.of(ID), OTHER_ID);
        assertThat(Persons.from(List.of(said(1, PHONE, ID), contradicting, resolving))
                        .contradictions())
                .isEmpty();
    }

    @Test
    void aNumberGivenUpIsNobodysUntilItIsSeenAgain() {
        IdentityStatement change = changed(5, Set.of(PHONE), OTHER_PHONE);
        assertThat(times(PHONE, said(1, PHONE), change))
                .containsExactly(new Holding<>(at(5), 0), new Holding<>(null, null));
        assertThat(times(PHONE, said(1, PHONE), change, said(9, PHONE)))
                .containsExactly(new Holding<>(at(5), 0), new Holding<>(null, 1));
    }

    @Test
    void aNumberTakenOverEndsTheTimeOfItsHolderJustBefore() {
        assertThat(times(OTHER_PHONE, said(1, OTHER_PHONE), said(2, PHONE), changed(5, Set.of(PHONE), OTHER_PHONE)))
                .containsExactly(new Holding<>(at(5).minusNanos(1_000), 0), new Holding<>(null, 1));
    }

    @Test
    void anIdIsNeverHandedOnSoItsEarlierHolderIsTheSame() {
        assertThat(times(OTHER_ID, said(1, OTHER_ID), said(2, ID), changed(5, Set.of(ID), OTHER_ID)))
                .hasSize(1);
    }

    @Test
    void theSameStatementsInAnyOrderMakeTheSamePersons() {
        Random random = new Random(3);
        for (int run = 0; run < 500; run++) {
            List<IdentityStatement> statements = random(random);
            Map<MatchKey, List<Holding<Integer>>> expected =
                    Persons.from(statements).holdings();
            Collections.shuffle(statements, random);
            assertThat(Persons.from(statements).holdings()).isEqualTo(expected);
        }
    }

    @Test
    void whatIsSeenWithinAnybodysTimeChangesNothing() {
        Random random = new Random(5);
        int seen = 0;
        for (int run = 0; run < 2_000; run++) {
            List<IdentityStatement> statements = random(random);
            Persons persons = Persons.from(statements);
            MatchKey key = any(random);
            // Not in the instant of a change: there it may bring in somebody whose time has no instant.
            Instant at = at(random.nextInt(12)).plusMillis(500);
            boolean held = persons.holdings().getOrDefault(key, List.of()).stream()
                    .filter(time -> time.covers(at))
                    .findFirst()
                    .map(Holding::holder)
                    .isPresent();
            if (held) {
                seen++;
                List<IdentityStatement> more = new ArrayList<>(statements);
                more.add(new IdentityStatement(Set.of(key), Set.of(), at, false));
                assertThat(grouped(Persons.from(more))).isEqualTo(grouped(persons));
            }
        }
        assertThat(seen).isGreaterThan(500);
    }

    private static MatchKey any(Random random) {
        List<MatchKey> keys = List.of(PHONE, OTHER_PHONE, phone("3"), ID, OTHER_ID, id("c"));
        return keys.get(random.nextInt(keys.size()));
    }

    private static List<IdentityStatement> random(Random random) {
        List<IdentityStatement> statements = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            Set<MatchKey> now =
                    random.nextBoolean() ? Set.of(any(random)) : Set.copyOf(List.of(any(random), any(random)));
            Set<MatchKey> before = random.nextInt(3) == 0 ? Set.of(any(random)) : Set.of();
            statements.add(new IdentityStatement(now, before, at(random.nextInt(12)), false));
        }
        return statements;
    }

    /** The holdings with persons numbered as they come, since which number somebody has means nothing. */
    private static Map<MatchKey, List<Holding<Integer>>> grouped(Persons persons) {
        Map<Integer, Integer> numbers = new TreeMap<>();
        Map<MatchKey, List<Holding<Integer>>> grouped = new TreeMap<>();
        persons.holdings().forEach((key, times) -> {
            List<Holding<Integer>> renumbered = new ArrayList<>();
            for (Holding<Integer> time : times) {
                Integer holder = time.holder();
                renumbered.add(new Holding<>(
                        time.until(), holder == null ? null : numbers.computeIfAbsent(holder, h -> numbers.size())));
            }
            grouped.put(key, renumbered);
        });
        return grouped;
    }
}
