package io.crmkit.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/**
 * The rules that the classes of each module keep.
 *
 * <p>A rule that finds no class to look at fails. Each is an ordinary {@link ArchRule}; {@link #of(Class)} applies
 * those that hold everywhere.
 *
 * @since 0.1.0
 */
public final class HouseRules {
    private HouseRules() {}

    /**
     * Begins the check of one module: all classes that stand in the same directory or jar as the given one.
     *
     * @param anchor any class of the module
     */
    public static ModuleCheck of(Class<?> anchor) {
        return new ModuleCheck(anchor);
    }

    /** The core compiles against the JDK, slf4j, jspecify and libphonenumber, nothing else. */
    public static ArchRule coreHasNoFramework() {
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.slf4j..", "org.jspecify..", "com.google.i18n.phonenumbers..", "io.crmkit..")
                .as("the core has no framework");
    }

    /**
     * The packages directly below the given one do not depend on each other in a circle.
     *
     * @param base a package with at least one package below it
     */
    public static ArchRule featuresAreFreeOfCycles(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles().as("features are free of cycles");
    }

    /**
     * Time, ids and randomness are injected.
     *
     * @param wiring full names of the classes that may ask the machine for them, nested classes included
     */
    public static ArchRule timeAndChanceAreInjected(String... wiring) {
        return noClasses()
                .that(Named.otherThan(wiring))
                .should()
                .accessTargetWhere(new AsksTheMachine())
                .as("time and chance are injected");
    }

    /** Names say what a thing is in the domain. */
    public static ArchRule namesAreDomainWords() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|DTO|Dto|Repository)")
                .as("names are domain words");
    }

    /** Nothing is written to the console. */
    public static ArchRule consoleIsLeftAlone() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.as("the console is left alone");
    }

    /**
     * Regular expressions of the JDK, whose time is not linear in the text, are not used.
     *
     * @param reviewed full names of the classes whose expressions have been found harmless
     */
    public static ArchRule regexIsReviewed(String... reviewed) {
        return noClasses()
                .that(Named.otherThan(reviewed))
                .should(new RunRegex())
                .as("regular expressions are reviewed");
    }

    /** A type of the libraries that an adapter hides appears in no public signature. */
    public static ArchRule librariesStayHidden() {
        return classes()
                .should(new HideTypesOf("tools.jackson.", "org.hibernate.", "com.google.crypto.tink."))
                .as("libraries stay hidden");
    }

    /** Every package has a {@code package-info} with {@code @NullMarked}. */
    public static ArchRule packagesAreNullMarked() {
        return classes().should(new StandInNullMarkedPackage()).as("packages are null-marked");
    }

    /**
     * Every test is run: a nested class with tests is {@code @Nested}, any other is named so that the build finds it.
     *
     * <p>For the classes of {@code src/test}, and of a test kit.
     */
    public static ArchRule everyTestIsRun() {
        return classes().should(new BeRunIfTest()).as("every test is run");
    }
}
