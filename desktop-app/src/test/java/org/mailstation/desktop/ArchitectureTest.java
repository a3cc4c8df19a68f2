package org.mailstation.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The directions between the assistant's packages. */
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.mailstation.desktop");

    @Test
    void only_ssh_sees_the_ssh_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..desktop.ssh..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.schmizz..", "com.hierynomus..")
                .check(CLASSES);
    }

    @Test
    void only_qr_sees_the_library_for_qr_codes() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..desktop.qr..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.zxing..")
                .check(CLASSES);
    }

    @Test
    void only_the_report_sees_templates_and_paper() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..desktop.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.pebbletemplates..", "com.openhtmltopdf..")
                .check(CLASSES);
    }

    @Test
    void only_the_practice_has_an_ssh_server() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..desktop.practice..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.sshd..")
                .check(CLASSES);
    }

    @Test
    void what_the_window_shows_is_made_without_java_fx() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..desktop.flow..",
                        "..desktop.cli..",
                        "..desktop.report..",
                        "..desktop.remote..",
                        "..desktop.install..",
                        "..desktop.ssh..",
                        "..desktop.practice..",
                        "..desktop.discovery..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .check(CLASSES);
    }

    @Test
    void the_way_to_the_nas_does_not_know_who_asks() {
        noClasses()
                .that()
                .resideInAnyPackage("..desktop.ssh..", "..desktop.install..", "..desktop.remote..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..desktop.view..",
                        "..desktop.tray..",
                        "..desktop.flow..",
                        "..desktop.cli..")
                .check(CLASSES);
    }
}
