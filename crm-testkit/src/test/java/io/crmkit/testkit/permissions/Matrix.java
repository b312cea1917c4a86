package io.crmkit.testkit.permissions;

import io.crmkit.privacy.AccessPolicy;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.privacy.Permission;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Roles by use cases, as the standard policy has it. */
final class Matrix {
    private static final AccessPolicy POLICY = AccessPolicy.standard();

    /** Whose answers have something personal that can be masked. */
    private static final Set<Action> MASKED = EnumSet.of(
            Action.LIST,
            Action.VIEW_CONTACT,
            Action.VIEW_TIMELINE,
            Action.VIEW_QUEUE,
            Action.VIEW_CONVERSATIONS,
            Action.VIEW_CONVERSATION,
            Action.VIEW_NOTES,
            Action.VIEW_FACTS);

    private Matrix() {}

    /** What comes of a use case for a role. */
    enum Cell {
        ALLOWED("yes"),
        MASKED("masked"),
        REFUSED("");

        private final String text;

        Cell(String text) {
            this.text = text;
        }
    }

    static Cell cell(Player player, UseCase useCase) {
        Actor actor = player.of(Scene.CLINIC);
        Set<Permission> needs = EnumSet.copyOf(useCase.action().needs());
        if (useCase.action() == Action.START_BULK) {
            // What the action of the job in the scene needs besides.
            needs.add(Permission.EDIT_CONTACT);
        }
        if (!needs.stream().allMatch(permission -> POLICY.allows(actor, permission))) {
            return Cell.REFUSED;
        }
        return POLICY.allows(actor, Permission.REVEAL_PERSONAL_DATA) || !MASKED.contains(useCase.action())
                ? Cell.ALLOWED
                : Cell.MASKED;
    }

    /** Whether a method of the session is the way to more of them. */
    static boolean opensAFacet(Method method) {
        Class<?> type = method.getReturnType();
        return method.getParameterCount() == 0
                && type != Actor.class
                && type.getName().startsWith("io.crmkit.")
                && !type.isRecord()
                && !type.isEnum()
                && method.getDeclaringClass().getSimpleName().equals("CrmSession");
    }

    static String asMarkdown() {
        StringBuilder page = new StringBuilder("""
                # Who may do what

                Generated from the code; `PermissionsTest` calls every use case as every role and fails when this page is out of
                date. *masked* means that names, addresses, texts and values come masked. Everything else is refused. What each
                permission is stands in `Permission`, what each role may otherwise in a host's own `AccessPolicy`.

                """);
        page.append("| use case | audited as | needs |");
        Stream.of(Player.values())
                .forEach(player -> page.append(' ').append(player.title()).append(" |"));
        page.append("\n|---|---|---|");
        Stream.of(Player.values()).forEach(player -> page.append("---|"));
        page.append('\n');
        for (UseCase useCase : UseCases.ALL) {
            page.append("| `").append(useCase.method()).append("` | ");
            page.append(useCase.action()).append(" | ");
            page.append(useCase.action().needs().stream()
                    .map(permission ->
                            permission.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .collect(Collectors.joining(", ")));
            page.append(useCase.action() == Action.START_BULK ? ", and what the change needs for one |" : " |");
            for (Player player : Player.values()) {
                page.append(' ').append(cell(player, useCase).text).append(" |");
            }
            page.append('\n');
        }
        return page.toString();
    }
}
