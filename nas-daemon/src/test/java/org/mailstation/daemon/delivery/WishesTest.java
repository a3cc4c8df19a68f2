package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.AddressBook;
import org.mailstation.daemon.delivery.Wish.Notice;

/** What senders want to be told, and who is asked to tell it (RFC 3461). */
class WishesTest {
    private static final Address ANNA = new Address("anna", "home.test");
    private static final Address BEN = new Address("ben", "home.test");
    private static final Address BOTH = new Address("both", "home.test");
    private static final Address FAR = new Address("far", "home.test");
    private static final Address AWAY = new Address("x", "away.test");
    private static final Address STRANGER = new Address("carl", "third.test");

    private final AddressBook book = AddressBook.of(SmallHouse.config());

    private static Wish wish(String notify, String original) {
        return new Wish(Wish.notices(notify).orElseThrow(), original);
    }

    private static Envelope from(Address sender, Map<Address, Wish> wishes, Address... to) {
        return new Envelope(
                sender,
                java.util.List.of(to),
                new Wishes(Wishes.Returned.HDRS, "QQ314159", wishes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"never|''", "SUCCESS|SUCCESS", "delay,Failure|FAILURE DELAY"})
    void what_is_asked_for_is_understood_in_any_spelling(String notify, String notices) {
        Set<Notice> found = Wish.notices(notify).orElseThrow();

        assertThat(found.stream().sorted().map(Notice::name)).isSubsetOf(notices.split(" "));
        assertThat(found).hasSize(notices.isEmpty() ? 0 : notices.split(" ").length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NEVER,SUCCESS", "SUCCESS,", "ALWAYS", "SUCCESS FAILURE"})
    void what_is_no_list_of_notices_is_none(String notify) {
        assertThat(Wish.notices(notify)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rfc822;",
                ";x",
                "rfc822",
                "rfc822;a+0Ab",
                "rfc822;a+4",
                "rfc822;a+2b",
                "a b;c",
                "rfc822;ö@home.test",
                "utf-8;",
                "utf-8;x",
                "utf-8;a\\x{D}\\x{A}X:y@home.test",
                "utf-8;\\x{110000}@home.test",
                "utf-8;\\x{D800}@home.test",
                "utf-8;a+2Bb@home.test",
                "utf-8;a\\y@home.test"
            })
    void what_is_no_original_recipient_never_gets_into_a_report(String original) {
        assertThat(Wish.original(original)).isEmpty();
    }

    @Test
    void what_a_report_cannot_show_is_no_name_of_a_letter() {
        assertThat(Wishes.isEnvelopeId("QQ314159+2B+20x")).isTrue();
        assertThat(Wishes.isEnvelopeId("a+0D+0AX: y")).isFalse();
        assertThat(Wishes.isEnvelopeId("x".repeat(100))).isTrue();
        assertThat(Wishes.isEnvelopeId("x".repeat(101))).isFalse();
        assertThat(Wishes.isEnvelopeId("")).isFalse();
    }

    @Test
    void who_says_nothing_hears_of_trouble_only() {
        assertThat(Wish.NONE.wants(Notice.SUCCESS)).isFalse();
        assertThat(Wish.NONE.wants(Notice.FAILURE)).isTrue();
        assertThat(Wish.NONE.wants(Notice.DELAY)).isTrue();
        assertThat(wish("NEVER", "").wants(Notice.FAILURE)).isFalse();
    }

    @Test
    void an_original_recipient_is_shown_decoded() {
        assertThat(wish("NEVER", "rfc822;a+2Bb@home.test").originalRecipient())
                .isEqualTo("rfc822; a+b@home.test");
    }

    @Test
    void an_original_recipient_beyond_ascii_is_kept_in_ascii_and_shown_as_it_is() {
        String coded = "utf-8;j\\x{F6}rg\\x{2B}x@home.test";

        assertThat(Wish.original("utf-8;jörg\\x{2B}x@home.test")).contains(coded);
        assertThat(Wish.original(coded)).contains(coded);
        assertThat(Wish.original("rfc822;j+C3+B6rg+2Bx@home.test"))
                .as("what Postfix says")
                .contains(coded);
        assertThat(Wish.original("rfc822;j+C3+28rg@home.test")).isEmpty();
        assertThat(Wish.original("rfc822;j+C2+85rg@home.test")).isEmpty();
        assertThat(Wish.original("x400;j+C3+B6rg@home.test")).isEmpty();
        assertThat(wish("NEVER", coded).originalRecipient()).isEqualTo("utf-8; jörg+x@home.test");
        assertThat(
                        Wish.NONE
                                .passedOn(Address.parse("jörg@home.test").orElseThrow(), ANNA)
                                .parameters())
                .isEqualTo(" ORCPT=utf-8;j\\x{F6}rg@home.test");
    }

    @Test
    void the_longest_original_recipient_beyond_ascii_is_kept() {
        String domain = ("ö".repeat(30) + ".").repeat(5) + "test";
        String coded = Wish.original("utf-8;" + "ö".repeat(32) + "@" + domain).orElseThrow();

        assertThat(coded).hasSizeGreaterThan(500);
        assertThat(Wish.original(coded)).contains(coded);
    }

    @Test
    void what_is_kept_is_what_was_said() {
        Wishes all =
                new Wishes(
                        Wishes.Returned.FULL,
                        "QQ+2B",
                        Map.of(ANNA, wish("SUCCESS,DELAY", ""), BEN, wish("NEVER", "rfc822;b@c")));

        assertThat(Wishes.read(all.inLines())).isEqualTo(all);
        assertThat(Wishes.read(Wishes.NONE.inLines())).isEqualTo(Wishes.NONE);
        assertThat(Wishes.read("")).isEqualTo(Wishes.NONE);
        assertThat(Wishes.read("\u0000\n\n\t\nx\tNOTIFY=WHAT")).isEqualTo(Wishes.NONE);
    }

    @Test
    void an_alias_of_one_place_keeps_the_wish_and_the_address_that_was_written_to() {
        Destinations to = Destinations.of(book, from(ANNA, Map.of(FAR, wish("SUCCESS", "")), FAR));

        assertThat(to.elsewhere().wishes().of(AWAY).parameters())
                .isEqualTo(" NOTIFY=SUCCESS ORCPT=rfc822;far@home.test");
        assertThat(to.elsewhere().wishes().parameters()).isEqualTo(" RET=HDRS ENVID=QQ314159");
        assertThat(to.expanded()).isEmpty();
        assertThat(to.handedOn()).isEmpty();
    }

    @Test
    void an_alias_of_several_people_is_one_success_and_each_failure() {
        Destinations to =
                Destinations.of(book, from(ANNA, Map.of(BOTH, wish("SUCCESS,FAILURE", "")), BOTH));

        assertThat(to.expanded()).containsExactly(BOTH);
        assertThat(to.here().recipients()).containsExactlyInAnyOrder(ANNA, BEN);
        assertThat(to.here().wishes().of(BEN).parameters())
                .isEqualTo(" NOTIFY=FAILURE ORCPT=rfc822;both@home.test");
    }

    @Test
    void what_goes_on_under_a_sender_of_ours_wishes_nothing_and_counts_as_handed_on() {
        Destinations to =
                Destinations.of(book, from(STRANGER, Map.of(FAR, wish("SUCCESS", "")), FAR));

        assertThat(to.elsewhere().sender()).hasToString("postmaster@home.test");
        assertThat(to.elsewhere().wishes()).isEqualTo(Wishes.NONE);
        assertThat(to.handedOn()).containsExactly(FAR);
    }

    @Test
    void two_addresses_of_one_mailbox_get_what_either_asks_for() {
        Destinations to =
                Destinations.of(
                        book,
                        from(
                                STRANGER,
                                Map.of(ANNA, wish("NEVER", ""), BOTH, wish("DELAY", "")),
                                ANNA,
                                BOTH));

        assertThat(to.here().wishes().of(ANNA).notices()).containsExactly(Notice.DELAY);
    }
}
