package io.crmkit.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

final class Named {
    private Named() {}

    static DescribedPredicate<JavaClass> otherThan(String... names) {
        List<String> exempt = List.of(names);
        return DescribedPredicate.describe(
                "are none of " + exempt, type -> exempt.stream().noneMatch(name -> isOrIsIn(type, name)));
    }

    private static boolean isOrIsIn(JavaClass type, String name) {
        return type.getName().equals(name) || type.getName().startsWith(name + "$");
    }
}
