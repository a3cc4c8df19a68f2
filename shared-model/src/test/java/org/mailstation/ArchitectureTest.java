package org.mailstation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The directions of the design: what both sides agree on knows neither side, and each library stays
 * in its room.
 */
class ArchitectureTest {
    private static final String ROOT = "org.mailstation.";

    private final JavaClasses all =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.mailstation");

    @TestFactory
    Stream<DynamicTest> the_rooms_know_only_what_they_may() {
        return Stream.of(
                        knows("text"),
                        knows("finding", "text"),
                        knows("config", "text"),
                        knows("idna"),
                        knows("config.rules", "config", "ddns", "idna", "text"),
                        knows("config.diff", "config", "text"),
                        knows("records", "config", "ddns", "probe", "text"),
                        knows("config.toml", "config", "config.rules", "text"),
                        knows(
                                "control",
                                "config",
                                "config.diff",
                                "finding",
                                "records",
                                "router",
                                "text"),
                        knows("lan"),
                        knows("router"),
                        knows("router.igd", "router", "lan"),
                        knows("router.pcp", "router", "lan"),
                        knows("router.stun", "lan"),
                        knows("router.search", "router", "router.igd", "router.pcp", "lan"),
                        knows("registry", "ddns.update"),
                        knows("standing"),
                        knows("probe", "config"),
                        knows("probe.real", "probe", "config"),
                        knows(
                                "check",
                                "probe",
                                "finding",
                                "config",
                                "ddns",
                                "ddns.update",
                                "line",
                                "records",
                                "registry",
                                "standing",
                                "text"),
                        knows(
                                "check.real",
                                "check",
                                "probe",
                                "probe.real",
                                "records",
                                "finding",
                                "config",
                                "config.toml",
                                "control",
                                "text",
                                "ddns.update",
                                "lan",
                                "line",
                                "router",
                                "router.pcp",
                                "router.search",
                                "router.stun"),
                        knows("line", "ddns.update", "router", "router.stun", "standing"),
                        knows("diagnosis", "finding", "text"),
                        knows("bounce", "control", "text"),
                        knows("ddns", "text"),
                        knows("ddns.update", "ddns", "control", "text"),
                        staysIn("control", "org.eclipse.lsp4j.."),
                        staysIn(List.of("control", "ddns.update", "registry"), "com.google.gson.."),
                        staysIn("config.toml", "org.tomlj..", "org.antlr.."),
                        staysIn(List.of("ddns.update", "line", "probe.real"), "org.xbill.DNS.."),
                        staysIn("check", "org.apache.james.jspf.."),
                        staysIn("bounce", "org.apache.james.mime4j.."),
                        slices().matching("org.mailstation.(**)").should().beFreeOfCycles(),
                        noClasses()
                                .should()
                                .accessClassesThat()
                                .resideInAnyPackage(
                                        "org.mailstation.daemon..", "org.mailstation.desktop.."),
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "org.mailstation.config..",
                                        "org.mailstation.finding..",
                                        "org.mailstation.standing..",
                                        "org.mailstation.router")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "java.io..", "java.nio.file..", "java.nio.channels.."))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(all)));
    }

    private static ArchRule knows(String room, String... others) {
        String[] allowed =
                Stream.concat(Stream.of(room, ""), Stream.of(others))
                        .map(name -> name.isEmpty() ? "" : ROOT + name)
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + room)
                .should()
                .dependOnClassesThat(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                        "org.mailstation..")
                                .and(
                                        com.tngtech.archunit.base.DescribedPredicate.not(
                                                com.tngtech.archunit.core.domain.JavaClass
                                                        .Predicates.resideInAnyPackage(allowed))))
                .as(room + " knows only " + String.join(", ", others));
    }

    private static ArchRule staysIn(String room, String... libraries) {
        return staysIn(List.of(room), libraries);
    }

    private static ArchRule staysIn(List<String> rooms, String... libraries) {
        return classes()
                .that()
                .resideOutsideOfPackages(rooms.stream().map(ROOT::concat).toArray(String[]::new))
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(libraries)
                .as("only " + rooms + " knows " + String.join(", ", libraries));
    }
}
