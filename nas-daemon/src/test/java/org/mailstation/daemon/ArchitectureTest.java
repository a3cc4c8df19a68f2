package org.mailstation.daemon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** The directions between the daemon's packages. */
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.mailstation.daemon");

    @Test
    void james_stays_in_the_rooms_of_mail() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..daemon.mail..",
                        "..daemon.store..",
                        "..daemon.queue..",
                        "..daemon.delivery..",
                        "..daemon.accounts..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.james..")
                .check(CLASSES);
    }

    @Test
    void the_command_line_knows_nothing_of_the_running_daemon() {
        noClasses()
                .that()
                .resideInAPackage("..daemon.ctl..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..daemon.mail..",
                        "..daemon.store..",
                        "..daemon.queue..",
                        "..daemon.delivery..",
                        "..daemon.apply..",
                        "..daemon.control..")
                .check(CLASSES);
    }

    @Test
    void state_and_apply_do_not_know_how_mail_works() {
        noClasses()
                .that()
                .resideInAnyPackage("..daemon.state..", "..daemon.apply..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..daemon.mail..",
                        "..daemon.store..",
                        "..daemon.queue..",
                        "..daemon.delivery..")
                .check(CLASSES);
    }

    @Test
    void the_store_does_not_know_its_users() {
        noClasses()
                .that()
                .resideInAnyPackage("..daemon.store..", "..daemon.queue..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..daemon.mail..", "..daemon.delivery..", "..daemon.control..")
                .check(CLASSES);
    }

    @Test
    void lucene_stays_in_the_room_of_search() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..daemon.store.search..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(CLASSES);
    }

    @Test
    void search_and_its_helpers_do_not_know_the_store_around_them() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..daemon.store.search..",
                        "..daemon.store.text..",
                        "..daemon.store.thread..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mailstation.daemon.store", "..daemon.store.commit..")
                .check(CLASSES);
    }

    /** A name server that is slow must not hold up whoever is connected. */
    @Test
    void no_name_is_looked_up_by_those_who_talk_to_a_client() {
        noClasses()
                .that()
                .resideInAPackage("..daemon.mail..")
                .should()
                .callMethod(InetAddress.class, "getByName", String.class)
                .orShould()
                .callMethod(InetAddress.class, "getAllByName", String.class)
                .orShould()
                .callMethod(InetAddress.class, "getHostName")
                .orShould()
                .callMethod(InetAddress.class, "getCanonicalHostName")
                .orShould()
                .callMethod(InetSocketAddress.class, "getHostName")
                .orShould()
                .callConstructor(InetSocketAddress.class, String.class, int.class)
                .check(CLASSES);
    }

    @Test
    void ddns_knows_nothing_of_mail_and_of_conversations() {
        noClasses()
                .that()
                .resideInAPackage("..daemon.ddns..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..daemon.mail..",
                        "..daemon.store..",
                        "..daemon.queue..",
                        "..daemon.delivery..",
                        "..daemon.state..",
                        "..daemon.status..",
                        "..daemon.control..",
                        "..daemon.ctl..")
                .check(CLASSES);
    }

    @Test
    void the_keeper_of_the_routers_ports_knows_no_mail() {
        noClasses()
                .that()
                .resideInAPackage("..daemon.forwarding..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..daemon.mail..",
                        "..daemon.store..",
                        "..daemon.queue..",
                        "..daemon.delivery..",
                        "..daemon.control..",
                        "..daemon.state..")
                .check(CLASSES);
    }

    @Test
    void only_that_keeper_and_ddns_talk_with_routers() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..daemon.forwarding..", "..daemon.ddns..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mailstation.router..", "org.mailstation.line..")
                .check(CLASSES);
    }

    @Test
    void only_checks_besides_look_at_the_network_around() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..daemon.forwarding..", "..daemon.ddns..", "..daemon.check..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.mailstation.lan..")
                .check(CLASSES);
    }

    @Test
    void signatures_and_their_keys_know_no_mail() {
        noClasses()
                .that()
                .resideInAPackage("..daemon.dkim..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..daemon.mail..",
                        "..daemon.store..",
                        "..daemon.queue..",
                        "..daemon.delivery..",
                        "..daemon.control..",
                        "..daemon.state..")
                .check(CLASSES);
    }
}
