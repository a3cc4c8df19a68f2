package org.mailstation.daemon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Account;
import org.mailstation.config.Alias;
import org.mailstation.config.Backup;
import org.mailstation.config.Ddns;
import org.mailstation.config.Incoming;
import org.mailstation.config.Network;
import org.mailstation.config.Notifications;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.Setup;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Storage;
import org.mailstation.config.Tls;

class AddressBookTest {
    private static final List<Account> ACCOUNTS =
            List.of(
                    new Account("anna@home.test", "Anna", 0, true),
                    new Account("ben@home.test", "Ben", 0, true),
                    new Account("gone@home.test", "", 0, false),
                    new Account("closed@home.test", "", 0, false).refusing(true));

    private static AddressBook book(Alias... aliases) {
        Map<Service, Port> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, new Port(0, service.standardPort(), Port.Open.OFF));
        }
        return AddressBook.of(
                new StationConfig(
                        "mail.home.test",
                        List.of("home.test", "other.test"),
                        ACCOUNTS,
                        List.of(aliases),
                        Relay.NONE,
                        new Ports(ports),
                        new Network(Network.Line.DIRECT, Network.Address.STATIC),
                        Ddns.NONE,
                        Tls.SELF_SIGNED,
                        Storage.DEFAULT,
                        Notifications.NOBODY,
                        Incoming.USUAL,
                        Setup.CLOSED,
                        Backup.NONE));
    }

    @Test
    void who_takes_no_letters_is_passed_by_and_a_group_goes_on_without() {
        AddressBook book =
                book(
                        alias("all@home.test", "closed@home.test", "anna@home.test"),
                        alias("old@home.test", "closed@home.test"),
                        alias("postmaster@other.test", "closed@home.test"));

        for (String closed : List.of("closed@home.test", "closed+x@home.test", "old@home.test")) {
            assertThat(book.resolve(address(closed))).isEqualTo(new Resolution.Closed());
        }
        assertThat(book.resolve(address("all@home.test")))
                .isEqualTo(new Resolution.Found(Set.of("anna@home.test"), Set.of()));
        // RFC 5321 4.5.1: there is always a postmaster
        assertThat(book.resolve(address("postmaster@other.test")))
                .isEqualTo(new Resolution.Found(Set.of("anna@home.test"), Set.of()));
    }

    private static Alias alias(String address, String... to) {
        return new Alias(address, List.of(to));
    }

    private static Address address(String text) {
        return Address.parse(text).orElseThrow();
    }

    private static Resolution.Found mailboxes(String... names) {
        return new Resolution.Found(Set.of(names), Set.of());
    }

    @Test
    void an_account_is_its_own_mailbox() {
        assertThat(book().resolve(address("Anna@HOME.test")))
                .isEqualTo(mailboxes("anna@home.test"));
    }

    @Test
    void an_unknown_name_is_nobody_and_an_unknown_domain_is_foreign() {
        assertThat(book().resolve(address("x@home.test"))).isEqualTo(new Resolution.Nobody());
        assertThat(book().resolve(address("x@away.test"))).isEqualTo(new Resolution.Foreign());
    }

    @Test
    void aliases_are_followed_through_aliases_and_out_of_the_house() {
        AddressBook book =
                book(
                        alias("all@home.test", "some@other.test", "ben@home.test"),
                        alias("some@other.test", "anna@home.test", "friend@away.test"));

        assertThat(book.resolve(address("all@home.test")))
                .isEqualTo(
                        new Resolution.Found(
                                Set.of("anna@home.test", "ben@home.test"),
                                Set.of(address("friend@away.test"))));
    }

    @Test
    void a_circle_alone_leads_to_nobody() {
        AddressBook book =
                book(alias("a@home.test", "b@home.test"), alias("b@home.test", "a@home.test"));

        assertThat(book.resolve(address("a@home.test"))).isEqualTo(new Resolution.Nobody());
    }

    @Test
    void the_catch_all_of_a_domain_takes_only_what_nobody_else_has() {
        AddressBook book = book(alias("@home.test", "ben@home.test"));

        assertThat(book.resolve(address("whatever@home.test")))
                .isEqualTo(mailboxes("ben@home.test"));
        assertThat(book.resolve(address("anna@home.test"))).isEqualTo(mailboxes("anna@home.test"));
        assertThat(book.resolve(address("whatever@other.test"))).isEqualTo(new Resolution.Nobody());
    }

    @Test
    void the_postmaster_is_the_first_account_unless_somebody_else_is_named() {
        assertThat(book().resolve(address("postmaster@other.test")))
                .isEqualTo(mailboxes("anna@home.test"));
        assertThat(
                        book(alias("postmaster@home.test", "ben@home.test"))
                                .resolve(address("postmaster@home.test")))
                .isEqualTo(mailboxes("ben@home.test"));
    }

    @Test
    void people_write_as_themselves_and_as_what_leads_to_them() {
        AddressBook book = book(alias("family@home.test", "anna@home.test", "ben@home.test"));

        assertThat(book.mayWriteAs("anna@home.test", address("anna@home.test"))).isTrue();
        assertThat(book.mayWriteAs("anna@home.test", address("family@home.test"))).isTrue();
        assertThat(book.mayWriteAs("anna@home.test", address("ben@home.test"))).isFalse();
        assertThat(book.mayWriteAs("anna@home.test", address("anna@away.test"))).isFalse();
    }

    @Test
    void a_disabled_account_still_gets_letters_but_nobody_enters() {
        assertThat(book().resolve(address("gone@home.test")))
                .isEqualTo(mailboxes("gone@home.test"));
        assertThat(book().mayEnter("gone@home.test")).isEmpty();
        assertThat(book().mayEnter("ANNA@home.test")).isPresent();
        assertThat(book().mayEnter("../anna")).isEmpty();
    }

    @Test
    void the_empty_book_knows_nobody() {
        assertThat(AddressBook.EMPTY.resolve(address("postmaster@home.test")))
                .isEqualTo(new Resolution.Foreign());
    }

    @Test
    void what_stands_behind_a_plus_does_not_matter_unless_it_has_an_entry() {
        AddressBook book =
                book(
                        alias("anna+bank@home.test", "ben@home.test"),
                        alias("all@home.test", "anna@home.test", "ben@home.test"),
                        alias("@home.test", "ben@home.test"));

        assertThat(book.resolve(address("anna+shop@home.test")))
                .isEqualTo(mailboxes("anna@home.test"));
        assertThat(book.resolve(address("anna+bank@home.test")))
                .isEqualTo(mailboxes("ben@home.test"));
        assertThat(book.resolve(address("all+x@home.test")))
                .isEqualTo(mailboxes("anna@home.test", "ben@home.test"));
        assertThat(book.resolve(address("nobody+x@home.test")))
                .isEqualTo(mailboxes("ben@home.test"));
        assertThat(book.mayWriteAs("anna@home.test", address("anna+shop@home.test"))).isTrue();
        assertThat(book.mayEnter("anna+shop@home.test")).isEmpty();
    }

    @Test
    void whom_strangers_write_to_when_something_is_wrong_is_always_there() {
        for (String role : List.of("abuse", "hostmaster", "webmaster", "security")) {
            assertThat(book().resolve(address(role + "@other.test")))
                    .isEqualTo(mailboxes("anna@home.test"));
        }
        assertThat(
                        book(alias("abuse@home.test", "ben@home.test"))
                                .resolve(address("abuse@home.test")))
                .isEqualTo(mailboxes("ben@home.test"));
    }
}
