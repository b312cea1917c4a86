package io.crmkit.testkit.permissions;

import static io.crmkit.testkit.permissions.UseCase.of;
import static io.crmkit.testkit.permissions.UseCase.silent;

import io.crmkit.move.Move;
import io.crmkit.privacy.Action;
import java.util.List;
import java.util.Set;

/** Rows of the matrix: taking over what was exported. */
final class Moving {
    static final List<UseCase> ALL = List.of(
            of("Restoration.begin()", Action.RESTORE, (s, at) -> s.restoration().begin()),
            silent(
                    "Restoration.reaching(Move)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().reached(Move.BEGINNING)),
            silent(
                    "Restoration.reached(Move)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().reached(Move.BEGINNING)),
            silent(
                    "Restoration.strays(List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().strays(List.of())),
            silent(
                    "Restoration.words(List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().words(List.of())),
            silent(
                    "Restoration.erasures(List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().erasures(List.of())),
            silent(
                    "Restoration.goneMessages(Set)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().goneMessages(Set.of())),
            silent(
                    "Restoration.lists(List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().lists(List.of())),
            silent(
                    "Restoration.reports(List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().reports(List.of())),
            silent(
                    "Restoration.contacts(List,List,List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().contacts(List.of(), List.of(), List.of())),
            silent(
                    "Restoration.contradictions(List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().contradictions(List.of())),
            silent(
                    "Restoration.dismissals(List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().dismissals(List.of())),
            silent(
                    "Restoration.identifiers(List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().identifiers(List.of())),
            silent(
                    "Restoration.parked(List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().parked(List.of())),
            silent(
                    "Restoration.setAside(List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().setAside(List.of())),
            silent(
                    "Restoration.statements(List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().statements(List.of())));

    private Moving() {}
}
