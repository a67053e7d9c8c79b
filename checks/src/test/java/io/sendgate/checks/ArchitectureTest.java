package io.sendgate.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/// Who may use whom.
class ArchitectureTest {

    private static final String[] CORE = {
        "io.sendgate.contact..",
        "io.sendgate.message..",
        "io.sendgate.account..",
        "io.sendgate.consent..",
        "io.sendgate.policy..",
        "io.sendgate.decision..",
        "io.sendgate.time..",
        "io.sendgate.ledger..",
        "io.sendgate.gate..",
        "io.sendgate.standing..",
        "io.sendgate.publishing..",
        "io.sendgate.language..",
        "io.sendgate.pace.."
    };
    private static final String[] FUNCTIONS = {
        "io.sendgate.accountstanding..",
        "io.sendgate.consentcapture..",
        "io.sendgate.consentreview..",
        "io.sendgate.eventrelay..",
        "io.sendgate.frequencyreset..",
        "io.sendgate.inboundwebhook..",
        "io.sendgate.sendauthorization.."
    };

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.sendgate");

    @Test
    void theCoreUsesNothingButTheJdk() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(concat(CORE, "java..", "org.jspecify.annotations.."))
                .check(CODE);
    }

    @Test
    void theCoreReadsNoClockAndDrawsNoLots() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.UUID")
                .check(CODE);
    }

    @Test
    void decisionsNeverSeeAPort() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.sendgate.decision..", "io.sendgate.policy..", "io.sendgate.time..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.sendgate.gate..")
                .check(CODE);
    }

    @Test
    void functionsNeverDependOnEachOther() {
        slices().matching(
                        "io.sendgate.(accountstanding|consentcapture|consentreview|eventrelay"
                                + "|frequencyreset|inboundwebhook|sendauthorization)..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
    }

    @Test
    void onlyTheAwsAdapterAndTheLocalSuiteKnowTheSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.sendgate.aws..", "io.sendgate.local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(CODE);
    }

    @Test
    void nothingDeployedKnowsTheLocalSuite() {
        noClasses()
                .that()
                .resideInAnyPackage(concat(FUNCTIONS, "io.sendgate.aws..", "io.sendgate.rest.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.sendgate.local..")
                .check(CODE);
    }

    @Test
    void noStaticStateCanChange() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.sendgate..")
                .should()
                .beFinal()
                .check(CODE);
    }

    @Test
    void onlyTheAtlasKnowsTheNumberingPlan() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.sendgate.wire.phone..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.i18n.phonenumbers..")
                .check(CODE);
    }

    private static String[] concat(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
