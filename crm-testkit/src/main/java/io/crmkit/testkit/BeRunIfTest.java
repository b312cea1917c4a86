package io.crmkit.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Nested;

/** The form in which JUnit and the build find a class with tests; both pass over any other in silence. */
final class BeRunIfTest extends ArchCondition<JavaClass> {
    private static final String TESTABLE = "org.junit.platform.commons.annotation.Testable";

    BeRunIfTest() {
        super("be run if they hold tests");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (type.getModifiers().contains(JavaModifier.ABSTRACT) || !holdsTests(type)) {
            return;
        }
        if (type.isTopLevelClass() && !type.getSimpleName().endsWith("Test")) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " holds tests but is not named ...Test"));
        }
        if (!type.isTopLevelClass() && !type.isAnnotatedWith(Nested.class)) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " holds tests but is not @Nested"));
        }
    }

    private static boolean holdsTests(JavaClass type) {
        return type.getAllMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(TESTABLE));
    }
}
