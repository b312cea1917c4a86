package io.crmkit.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Set;

/** An access that gives another answer at each run: the clock of the machine, or its source of chance. */
final class AsksTheMachine extends DescribedPredicate<JavaAccess<?>> {
    private static final Set<String> CALLS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Calendar.getInstance",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.random.RandomGenerator.getDefault",
            "java.time.InstantSource.system");

    /** With a seed or an instant as argument these are as good as any other value. */
    private static final Set<String> NO_ARGUMENT_CONSTRUCTORS = Set.of("java.util.Random", "java.util.Date");

    AsksTheMachine() {
        super("ask the machine for time or chance");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target)) {
            return false;
        }
        String owner = target.getOwner().getName();
        return CALLS.contains(owner + "." + target.getName())
                || readsSystemClock(owner, target)
                || takesChance(owner, target);
    }

    private static boolean readsSystemClock(String owner, AccessTarget.CodeUnitAccessTarget target) {
        if (!owner.startsWith("java.time.")) {
            return false;
        }
        boolean given = target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        boolean now = target.getName().equals("now");
        boolean clock = owner.equals("java.time.Clock")
                && (target.getName().startsWith("system") || target.getName().startsWith("tick"));
        return !given && (now || clock);
    }

    private static boolean takesChance(String owner, AccessTarget.CodeUnitAccessTarget target) {
        boolean constructed = target.getName().equals("<init>");
        if (owner.equals("java.security.SecureRandom")) {
            return constructed || target.getName().startsWith("getInstance");
        }
        return constructed
                && NO_ARGUMENT_CONSTRUCTORS.contains(owner)
                && target.getRawParameterTypes().isEmpty();
    }
}
