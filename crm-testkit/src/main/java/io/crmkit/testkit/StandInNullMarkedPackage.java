package io.crmkit.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

final class StandInNullMarkedPackage extends ArchCondition<JavaClass> {
    StandInNullMarkedPackage() {
        super("stand in a @NullMarked package");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getSimpleName().equals("module-info") && !type.getPackage().isAnnotatedWith(NullMarked.class)) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " stands in a package without @NullMarked package-info"));
        }
    }
}
