package io.crmkit.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** The absence of types with the given name prefixes, type arguments included, from what a host can call. */
final class HideTypesOf extends ArchCondition<JavaClass> {
    private final List<String> prefixes;

    HideTypesOf(String... prefixes) {
        super("expose no type of " + List.of(prefixes));
        this.prefixes = List.of(prefixes);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!isReachable(type)) {
            return;
        }
        type.getMembers().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                .forEach(member -> check(member, events));
    }

    private void check(JavaMember member, ConditionEvents events) {
        typesOf(member)
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getName)
                .filter(name -> prefixes.stream().anyMatch(name::startsWith))
                .forEach(name -> events.add(
                        SimpleConditionEvent.violated(member, member.getDescription() + " exposes " + name)));
    }

    private static Stream<JavaType> typesOf(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return Stream.of(
                            Stream.of(unit.getReturnType()),
                            unit.getParameterTypes().stream(),
                            unit.getExceptionTypes().stream().map(JavaType.class::cast))
                    .flatMap(types -> types);
        }
        return Stream.of(member.getOwner().getField(member.getName()).getType());
    }

    private static boolean isReachable(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(HideTypesOf::isReachable).orElse(true);
    }
}
