package io.crmkit.testkit;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** The use of {@code java.util.regex}, also through the methods of {@link String} that lead there. */
final class RunRegex extends ArchCondition<JavaClass> {
    private static final Set<String> STRING_METHODS = Set.of("matches", "replaceAll", "replaceFirst", "split");

    RunRegex() {
        super("run regular expressions of the JDK");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            if (dependency.getTargetClass().getPackageName().equals("java.util.regex")) {
                events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription()));
            }
        }
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            AccessTarget target = access.getTarget();
            if (target.getOwner().isEquivalentTo(String.class) && STRING_METHODS.contains(target.getName())) {
                events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
            }
        }
    }
}
