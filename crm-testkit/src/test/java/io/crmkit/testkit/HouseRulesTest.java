package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final String HERE = "io.crmkit.testkit.";

    @Test
    void aFrameworkInTheCoreIsFound() {
        assertFound(HouseRules.coreHasNoFramework(), "framework", "org.assertj.core.api.Condition");
        assertHolds(HouseRules.coreHasNoFramework(), "clean.first");
    }

    @Test
    void featuresThatNeedEachOtherAreFound() {
        assertFound(
                HouseRules.featuresAreFreeOfCycles(HERE + "violations.cycle"), "cycle", "Slice chicken", "Slice egg");
        assertHolds(HouseRules.featuresAreFreeOfCycles(HERE + "clean"), "clean");
    }

    @Test
    void everyQuestionToTheMachineIsFound() {
        ArchRule rule = HouseRules.timeAndChanceAreInjected();
        assertFound(rule, "machine", methodsOf("machine"));
        assertHolds(rule, "clean");
    }

    @Test
    void theWiringMayAskTheMachine() {
        assertHolds(
                HouseRules.timeAndChanceAreInjected(HERE + "violations.machine.MachineAsking"), "violations.machine");
        assertFound(HouseRules.timeAndChanceAreInjected(HERE + "violations.machine.Machine"), "machine", "Instant.now");
    }

    @Test
    void namesThatSayNothingAreFound() {
        assertFound(
                HouseRules.namesAreDomainWords(),
                "names",
                "ContactManager>",
                "StringUtils",
                "ContactImpl",
                "ContactRepository",
                "ContactDTO",
                "ContactHelper");
        assertHolds(HouseRules.namesAreDomainWords(), "clean");
    }

    @Test
    void writingToTheConsoleIsFound() {
        assertFound(HouseRules.consoleIsLeftAlone(), "console", methodsOf("console"));
        assertHolds(HouseRules.consoleIsLeftAlone(), "clean");
    }

    @Test
    void everyRegularExpressionIsFound() {
        assertFound(HouseRules.regexIsReviewed(), "regex", methodsOf("regex"));
        assertHolds(HouseRules.regexIsReviewed(HERE + "violations.regex.Backtracking"), "violations.regex");
        assertHolds(HouseRules.regexIsReviewed(), "clean");
    }

    @Test
    void everyHiddenTypeInAPublicSignatureIsFound() {
        assertFound(HouseRules.librariesStayHidden(), "exposed", methodsOf("exposed"));
        assertFound(HouseRules.librariesStayHidden(), "exposed", "Leaking.field", "Leaking.<init>");
        assertHolds(HouseRules.librariesStayHidden(), "clean");
    }

    @Test
    void aPackageWithoutNullMarkIsFound() {
        assertFound(HouseRules.packagesAreNullMarked(), "unmarked", "violations.unmarked.Unmarked");
        assertHolds(HouseRules.packagesAreNullMarked(), "clean");
    }

    @Test
    void aTestThatNobodyRunsIsFound() {
        assertFound(HouseRules.everyTestIsRun(), "unrun", "ForgottenName holds", "ForgottenAnnotation holds");
        assertHolds(HouseRules.everyTestIsRun(), "clean");
    }

    @Test
    void aRuleThatLooksAtNothingFails() {
        JavaClasses none = new ClassFileImporter().importPackages(HERE + "nothing");
        assertThatThrownBy(() -> HouseRules.namesAreDomainWords().check(none))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void theKitKeepsItsOwnRules() {
        JavaClasses all = new ClassFileImporter().importPackages("io.crmkit.testkit");
        assertHolds(HouseRules.everyTestIsRun(), all.that(Named.otherThan(names("unrun"))));
    }

    private static void assertFound(ArchRule rule, String violation, String... reported) {
        EvaluationResult result = rule.evaluate(classesOf("violations." + violation));
        assertThat(result.getFailureReport().toString()).contains(reported);
    }

    private static void assertHolds(ArchRule rule, String place) {
        assertHolds(rule, classesOf(place));
    }

    private static void assertHolds(ArchRule rule, JavaClasses classes) {
        assertThat(rule.evaluate(classes).getFailureReport().getDetails()).isEmpty();
        rule.check(classes);
    }

    private static String[] methodsOf(String violation) {
        return classesOf("violations." + violation).stream()
                .flatMap(type -> type.getMethods().stream())
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName() + "(")
                .toArray(String[]::new);
    }

    private static String[] names(String violation) {
        return classesOf("violations." + violation).stream()
                .map(type -> type.getName())
                .toArray(String[]::new);
    }

    private static JavaClasses classesOf(String place) {
        return new ClassFileImporter().importPackages(HERE + place);
    }
}
