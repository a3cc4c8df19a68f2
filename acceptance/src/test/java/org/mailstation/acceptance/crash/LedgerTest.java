package org.mailstation.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The harness must not pass when something is wrong. */
class LedgerTest {
    private static final Box INBOX = new Box("anna", "INBOX");
    private static final Box SHELF = new Box("anna", "Shelf");
    private static final Token ONE = new Token("one");
    private static final Token TWO = new Token("two");

    private final Ledger ledger = new Ledger();

    private List<String> look(Box box, Token... tokens) {
        return ledger.differences(
                box, List.of(tokens).stream().map(token -> new Found(token, false, true)).toList());
    }

    private void stored(Box box, Token token) {
        ledger.begin(box, token);
        ledger.stored(box, token);
    }

    @Test
    void what_was_acknowledged_must_be_there_once() {
        stored(INBOX, ONE);

        assertThat(look(INBOX, ONE)).isEmpty();
        assertThat(look(INBOX, ONE, ONE)).containsExactly("one in anna/INBOX is there 2 times");
        assertThat(look(INBOX)).containsExactly("one in anna/INBOX is lost");
    }

    @Test
    void what_was_only_asked_for_may_have_happened_but_not_twice() {
        ledger.begin(INBOX, ONE);
        ledger.begin(INBOX, TWO);

        assertThat(look(INBOX, ONE)).isEmpty();
        assertThat(look(INBOX, ONE, TWO)).containsExactly("two in anna/INBOX is there again");
    }

    @Test
    void what_was_found_once_must_stay() {
        ledger.begin(INBOX, ONE);
        look(INBOX, ONE);

        assertThat(look(INBOX)).containsExactly("one in anna/INBOX is lost");
    }

    @Test
    void every_octet_and_flag_counts() {
        stored(INBOX, ONE);
        ledger.flagged(INBOX, ONE);

        assertThat(ledger.differences(INBOX, List.of(new Found(ONE, true, true)))).isEmpty();
        assertThat(ledger.differences(INBOX, List.of(new Found(ONE, false, false))))
                .containsExactly(
                        "one in anna/INBOX is not what was sent",
                        "one in anna/INBOX has lost its flag");
    }

    @Test
    void what_was_removed_does_not_come_back() {
        stored(INBOX, ONE);
        ledger.leaves(INBOX, ONE);
        ledger.gone(INBOX, ONE);

        assertThat(look(INBOX)).isEmpty();
        assertThat(look(INBOX, ONE)).containsExactly("one in anna/INBOX is there again");
    }

    @Test
    void what_was_marked_before_the_daemon_died_may_still_go_but_not_come_back() {
        stored(INBOX, ONE);
        ledger.leaves(INBOX, ONE);

        assertThat(look(INBOX, ONE)).isEmpty();
        assertThat(look(INBOX)).isEmpty();
        assertThat(look(INBOX, ONE)).containsExactly("one in anna/INBOX is there again");
    }

    @Test
    void nothing_is_there_that_nobody_sent() {
        stored(INBOX, ONE);

        assertThat(look(INBOX, ONE, TWO)).containsExactly("two in anna/INBOX was never sent there");
    }

    @Test
    void a_letter_on_its_way_is_in_one_of_two_mailboxes() {
        stored(INBOX, ONE);
        ledger.departs(ONE, INBOX, SHELF);
        look(INBOX);
        look(SHELF, ONE);
        assertThat(ledger.lostOnTheWay()).isEmpty();

        ledger.departs(ONE, SHELF, INBOX);
        look(SHELF);
        look(INBOX);
        assertThat(ledger.lostOnTheWay())
                .containsExactly("one, moved from anna/Shelf to anna/INBOX, is there 0 times");
        assertThat(ledger.lostOnTheWay()).isEmpty();
    }

    @Test
    void one_that_has_arrived_is_no_longer_where_it_was() {
        stored(INBOX, ONE);
        ledger.departs(ONE, INBOX, SHELF);
        ledger.arrived(ONE, INBOX, SHELF);

        assertThat(look(INBOX, ONE)).containsExactly("one in anna/INBOX is there again");
        assertThat(look(SHELF)).containsExactly("one in anna/Shelf is lost");
    }

    @Test
    void what_waits_to_be_sent_waits_once() {
        ledger.queued("a@elsewhere.example");

        assertThat(ledger.queueDifferences(List.of("a@elsewhere.example", "b@elsewhere.example")))
                .isEmpty();
        assertThat(ledger.queueDifferences(List.of("a@elsewhere.example", "a@elsewhere.example")))
                .containsExactlyInAnyOrder(
                        "the letter to b@elsewhere.example waits no more",
                        "the letter to a@elsewhere.example waits 2 times");
    }

    @Test
    void promises_are_counted_and_can_be_waited_for() throws InterruptedException {
        stored(INBOX, ONE);
        ledger.flagged(INBOX, ONE);
        ledger.awaitPromises(2, 60);

        assertThat(ledger.promises()).isEqualTo(2);
        assertThat(ledger.boxes()).containsExactly(INBOX);
    }
}
