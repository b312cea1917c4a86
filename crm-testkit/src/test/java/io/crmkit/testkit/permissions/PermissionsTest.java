package io.crmkit.testkit.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.AuditOutcome;
import io.crmkit.audit.AuditQuery;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.AccessDenied;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import io.crmkit.testkit.simulator.Snapshot;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** Each role does what the matrix says, leaves an entry whatever comes of it, and nobody reaches into another tenant. */
@Requirement({"PRV-2", "PRV-3"})
class PermissionsTest {
    private static final String WRITE = "crm.permissions.write";
    private static final String COMMAND = "./mvnw -pl crm-testkit -am test -Dtest=PermissionsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE + "=true";
    private static final TenantId OTHER = TenantId.of("taller-sur");

    private static Stream<DynamicTest> each(ThrowingConsumer<Player> test) {
        return Stream.of(Player.values())
                .map(player -> DynamicTest.dynamicTest(player.title(), () -> test.accept(player)));
    }

    @TestFactory
    Stream<DynamicTest> eachDoesWhatTheMatrixSaysAndNothingElse() {
        return each(PermissionsTest::doesWhatTheMatrixSays);
    }

    private static void doesWhatTheMatrixSays(Player player) {
        for (UseCase useCase : UseCases.ALL) {
            InMemoryStorage storage = new InMemoryStorage();
            Scene scene = Scene.in(storage);
            List<AuditEntry> before = audit(storage, Scene.CLINIC);
            CrmSession session = Scene.crm(storage, 2).as(player.of(Scene.CLINIC));
            String cell = player + " " + useCase.method();
            Matrix.Cell expected = Matrix.cell(player, useCase);
            if (expected == Matrix.Cell.REFUSED) {
                assertThatThrownBy(() -> useCase.call().apply(session, scene))
                        .as(cell)
                        .isInstanceOf(AccessDenied.class);
            } else {
                String spoken = Spoken.of(useCase.call().apply(session, scene));
                if (expected == Matrix.Cell.MASKED) {
                    assertThat(spoken).as(cell).isNotEmpty().doesNotContain(Scene.CANARIES);
                }
            }
            List<AuditEntry> entries = audit(storage, Scene.CLINIC);
            entries.removeAll(before);
            if (expected != Matrix.Cell.REFUSED && useCase.action() == Action.CAPTURE_EVENTS) {
                assertThat(entries).as(cell).isEmpty();
                continue;
            }
            AuditOutcome outcome = expected == Matrix.Cell.REFUSED ? AuditOutcome.DENIED : AuditOutcome.ALLOWED;
            assertThat(entries)
                    .as(cell)
                    .isNotEmpty()
                    .allMatch(entry -> entry.action().equals(useCase.action().name())
                            && entry.outcome() == outcome
                            && entry.actor().equals(player.of(Scene.CLINIC).name()));
            assertThat(Spoken.of(entries)).as(cell).doesNotContain(Scene.CANARIES);
        }
    }

    @Test
    void theCanariesAreSeenByThoseWhoMaySeeThem() {
        Set<String> seen = new TreeSet<>();
        for (UseCase useCase : UseCases.ALL) {
            InMemoryStorage storage = new InMemoryStorage();
            Scene scene = Scene.in(storage);
            CrmSession session = Scene.crm(storage, 2).as(Player.SYSTEM.of(Scene.CLINIC));
            String spoken = Spoken.of(useCase.call().apply(session, scene));
            if (Matrix.cell(Player.ANALYST, useCase) == Matrix.Cell.MASKED) {
                Scene.CANARIES.stream().filter(spoken::contains).forEach(seen::add);
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(Scene.CANARIES);
    }

    @TestFactory
    Stream<DynamicTest> nobodyOfAnotherTenantReadsOrChangesAnything() {
        return each(PermissionsTest::reachesIntoNoOtherTenant);
    }

    private static void reachesIntoNoOtherTenant(Player player) {
        for (UseCase useCase : UseCases.ALL) {
            InMemoryStorage storage = new InMemoryStorage();
            Scene scene = Scene.in(storage);
            CrmSession clinic = Scene.crm(storage, 3).as(Actor.system(Scene.CLINIC));
            List<String> before = Snapshot.of(clinic).lines();
            List<AuditEntry> audited = audit(storage, Scene.CLINIC);
            CrmSession stranger = Scene.crm(storage, 2).as(player.of(OTHER));
            String cell = player + " " + useCase.method();
            String answer = "";
            try {
                answer = Spoken.of(useCase.call().apply(stranger, scene));
            } catch (AccessDenied refused) {
                assertThat(Matrix.cell(player, useCase)).as(cell).isEqualTo(Matrix.Cell.REFUSED);
            }
            if (useCase.action() != Action.STATE_FACT) {
                assertThat(answer).as(cell).doesNotContain(Scene.CANARIES);
            }
            assertThat(answer).as(cell).doesNotContain(scene.bruno().toString());
            assertThat(audit(storage, Scene.CLINIC)).as(cell).isEqualTo(audited);
            assertThat(Snapshot.of(clinic).lines()).as(cell).isEqualTo(before);
            List<AuditEntry> entries = audit(storage, OTHER);
            boolean captured = useCase.action() == Action.CAPTURE_EVENTS;
            assertThat(entries.isEmpty())
                    .as(cell)
                    .isEqualTo(captured && Matrix.cell(player, useCase) != Matrix.Cell.REFUSED);
            boolean pages = useCase.method().startsWith("Rights.restricted");
            if (useCase.method().contains("ContactId") && !pages
                    || useCase.method().contains("BulkId")) {
                assertThat(entries).as(cell).allMatch(entry -> entry.outcome() != AuditOutcome.ALLOWED);
            }
        }
    }

    @Test
    void everyPublicMethodBehindTheDoorIsARowOfTheMatrix() {
        Set<String> rows = UseCases.ALL.stream()
                .map(useCase -> useCase.method().replace(", by a value", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(methods())
                .as(
                        "A method behind the door has no row in the matrix, or a row has no method. Let the method enter by"
                                + " Access with an Action of its own, add a row to UseCases of io.crmkit.testkit.permissions, and"
                                + " write the page anew with: %s",
                        COMMAND)
                .isEqualTo(rows);
        Set<Action> tried = EnumSet.noneOf(Action.class);
        UseCases.ALL.forEach(useCase -> tried.add(useCase.action()));
        assertThat(EnumSet.complementOf(EnumSet.copyOf(tried)))
                .as("An action that no row tries, but those beside sessions: trials and the background")
                .containsExactly(Action.TRY_EXTRACTOR, Action.CARRY_OUT_BULK);
    }

    private static Set<String> methods() {
        Set<String> methods = new TreeSet<>();
        facets(CrmSession.class)
                .flatMap(PermissionsTest::declared)
                .filter(method -> !Matrix.opensAFacet(method) && method.getReturnType() != Actor.class)
                .filter(method -> method.getReturnType() != method.getDeclaringClass())
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName()
                        + Arrays.stream(method.getParameterTypes())
                                .map(Class::getSimpleName)
                                .collect(Collectors.joining(",", "(", ")")))
                .forEach(methods::add);
        return methods;
    }

    /** A door and all that open behind it. */
    private static Stream<Class<?>> facets(Class<?> door) {
        return Stream.concat(
                Stream.of(door),
                declared(door)
                        .filter(Matrix::opensAFacet)
                        .map(Method::getReturnType)
                        .flatMap(PermissionsTest::facets));
    }

    private static Stream<Method> declared(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic());
    }

    @Test
    void thePageSaysWhatTheMatrixSays() throws IOException {
        Path page = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(path -> Files.exists(path.resolve("mvnw")))
                .findFirst()
                .orElseThrow()
                .resolve("docs/permissions.md");
        String expected = Matrix.asMarkdown();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(page, expected);
        }
        String committed = Files.exists(page) ? Files.readString(page).replace("\r\n", "\n") : "";
        assertThat(committed)
                .as("docs/permissions.md is out of date; write it anew with: %s", COMMAND)
                .isEqualTo(expected);
    }

    private static List<AuditEntry> audit(InMemoryStorage storage, TenantId tenant) {
        return new ArrayList<>(storage.within(tenant, work -> work.audit().page(AuditQuery.EVERYTHING, null, 1_000)));
    }
}
