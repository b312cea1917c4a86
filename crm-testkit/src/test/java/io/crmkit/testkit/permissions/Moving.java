package io.crmkit.testkit.permissions;

import static io.crmkit.testkit.permissions.UseCase.of;
import static io.crmkit.testkit.permissions.UseCase.silent;

import io.crmkit.privacy.Action;
import java.util.List;
import java.util.Map;

/** Rows of the matrix: taking over what was exported. */
final class Moving {
    static final List<UseCase> ALL = List.of(
            of(
                    "Restoration.possible()",
                    Action.RESTORE,
                    (s, at) -> s.restoration().possible()),
            silent(
                    "Restoration.contacts(List,List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().contacts(List.of(), List.of())),
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
                    "Restoration.setAside(Map)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().setAside(Map.of())),
            silent(
                    "Restoration.statements(List)",
                    Action.RESTORE,
                    (s, at) -> s.restoration().statements(List.of())));

    private Moving() {}
}
