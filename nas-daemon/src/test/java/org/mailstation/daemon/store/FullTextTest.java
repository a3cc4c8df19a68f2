package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.junit.jupiter.api.Test;
import org.mailstation.daemon.store.search.Pace;

/** What a search in texts finds. */
class FullTextTest extends FullTextBench {
    @Test
    void a_letter_is_found_by_the_search_that_follows_it() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        for (int number = 0; number < 20; number++) {
            long uid = desk.append(inbox, "letter-" + number + "-");
            assertThat(text(inbox, "letter-" + number + "-")).containsExactly(uid);
        }
    }

    @Test
    void texts_are_found_within_words_and_without_regard_to_case_and_accents() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        long bill = desk.append(inbox, "Die Stromrechnung von Frau Müller");
        long tokyo = desk.append(inbox, "明日は東京都\r\n庁で会議があります");

        assertThat(text(inbox, "muller")).containsExactly(bill);
        assertThat(text(inbox, "RECHNUNG VON frau mü")).containsExactly(bill);
        assertThat(text(inbox, "rau")).containsExactly(bill);
        assertThat(text(inbox, "müllerin")).isEmpty();
        assertThat(text(inbox, "東京")).containsExactly(tokyo);
        assertThat(text(inbox, "東京都庁で会議")).containsExactly(tokyo);
        assertThat(text(inbox, "会")).containsExactly(tokyo);
        assertThat(text(inbox, "京東")).isEmpty();
    }

    @Test
    void a_text_whose_parts_are_there_but_apart_is_not_found() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "abcd bcde");

        assertThat(text(inbox, "abcde")).isEmpty();
        assertThat(text(inbox, "bcde abcd")).isEmpty();
    }

    @Test
    void header_and_body_are_searched_apart() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        long uid = desk.append(inbox, "Grillfest");

        assertThat(find(inbox, SearchQuery.bodyContains("dear anna"))).containsExactly(uid);
        assertThat(find(inbox, SearchQuery.bodyContains("ben@example"))).isEmpty();
        assertThat(find(inbox, SearchQuery.subject("grill"))).containsExactly(uid);
        assertThat(find(inbox, SearchQuery.subject("dear"))).isEmpty();
        assertThat(find(inbox, SearchQuery.headerContains("from", "BEN@"))).containsExactly(uid);
        assertThat(find(inbox, SearchQuery.headerContains("to", "ben@"))).isEmpty();
        assertThat(find(inbox, SearchQuery.not(SearchQuery.subject("grill")))).isEmpty();
    }

    @Test
    void a_copy_is_found_where_it_is_and_has_no_second_entry() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        Mailbox archive = desk.create("Archive");
        long uid = desk.append(inbox, "Grillfest");
        assertThat(text(archive, "grillfest")).isEmpty();

        desk.letters().copy(archive, desk.one(inbox, uid, FetchType.FULL));

        assertThat(text(archive, "grillfest")).containsExactly(1L);
        assertThat(text(inbox, "grillfest")).containsExactly(uid);
        store.close();
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void removed_letters_leave_the_index() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        Mailbox old = desk.create("Old");
        long uid = desk.append(inbox, "one");
        desk.append(inbox, "two");
        desk.append(old, "three");
        assertThat(text(inbox, "dear")).hasSize(2);
        assertThat(text(old, "dear")).hasSize(1);

        desk.letters().deleteMessages(inbox, List.of(MessageUid.of(uid)));
        desk.delete(old);

        assertThat(text(inbox, "dear")).containsExactly(uid + 1);
        store.close();
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void letters_removed_while_nobody_searched_leave_it_at_the_next_search() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        desk.append(inbox, "one");
        desk.append(inbox, "two");
        assertThat(text(inbox, "dear")).hasSize(2);
        store.close();

        open(ASKED);
        desk.letters().deleteMessages(inbox, List.of(MessageUid.of(1)));
        store.close();
        assertThat(entries()).isEqualTo(2);

        open(ASKED);
        assertThat(text(inbox, "dear")).containsExactly(2L);
        store.close();
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void a_moved_letter_stays_in_it() throws Exception {
        Mailbox inbox = desk.create("INBOX");
        Mailbox archive = desk.create("Archive");
        desk.append(inbox, "Grillfest");
        assertThat(text(inbox, "grillfest")).hasSize(1);

        desk.letters().move(archive, desk.one(inbox, 1, FetchType.FULL));

        assertThat(text(inbox, "grillfest")).isEmpty();
        assertThat(text(archive, "grillfest")).hasSize(1);
        store.close();
        open(ASKED);
        assertThat(text(archive, "grillfest")).hasSize(1);
    }

    @Test
    void a_search_reads_the_letters_itself_that_were_not_taken_up_yet() throws Exception {
        store.close();
        open(new Pace(LONG, LONG, LONG, Duration.ZERO, LONG));
        Mailbox inbox = desk.create("INBOX");
        for (int number = 0; number < 9; number++) {
            desk.append(inbox, "letter-" + number + "-");
        }

        for (int round = 0; round < 3; round++) {
            assertThat(text(inbox, "letter-3-")).containsExactly(4L);
            assertThat(text(inbox, "dear anna")).hasSize(9);
            assertThat(find(inbox, SearchQuery.subject("letter-8"))).containsExactly(9L);
            assertThat(find(inbox, SearchQuery.not(SearchQuery.bodyContains("dear")))).isEmpty();
            assertThat(find(inbox, SearchQuery.hasAttachment())).isEmpty();
            assertThat(find(inbox, SearchQuery.hasNoAttachment())).hasSize(9);
            assertThat(find(inbox, SearchQuery.headerExists("from"))).hasSize(9);
        }
    }
}
