package io.crmkit.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The house rules as applied to one module, with the exceptions the module needs; begun by {@link HouseRules#of}.
 *
 * <p>Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ModuleCheck {
    private final Class<?> anchor;
    private final List<ArchRule> more = new ArrayList<>();
    private String[] wiring = {};
    private String[] reviewed = {};

    ModuleCheck(Class<?> anchor) {
        this.anchor = anchor;
    }

    /**
     * Names the classes that may ask the machine for time, ids and chance.
     *
     * @param names full class names
     */
    public ModuleCheck wiredIn(String... names) {
        wiring = names.clone();
        return this;
    }

    /**
     * Names the classes whose regular expressions have been reviewed.
     *
     * @param names full class names
     */
    public ModuleCheck regexReviewedIn(String... names) {
        reviewed = names.clone();
        return this;
    }

    /**
     * Adds a rule that does not hold for every module.
     *
     * @param rule the rule
     */
    public ModuleCheck and(ArchRule rule) {
        more.add(rule);
        return this;
    }

    /** One test for each rule, to be returned from a {@code @TestFactory} method. */
    public Stream<DynamicTest> tests() {
        JavaClasses classes = classesBeside(anchor);
        return rules().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    private Stream<ArchRule> rules() {
        Stream<ArchRule> everywhere = Stream.of(
                HouseRules.timeAndChanceAreInjected(wiring),
                HouseRules.namesAreDomainWords(),
                HouseRules.consoleIsLeftAlone(),
                HouseRules.regexIsReviewed(reviewed),
                HouseRules.librariesStayHidden(),
                HouseRules.packagesAreNullMarked());
        return Stream.concat(everywhere, more.stream());
    }

    private static JavaClasses classesBeside(Class<?> anchor) {
        return new ClassFileImporter()
                .importUrl(anchor.getProtectionDomain().getCodeSource().getLocation());
    }
}
