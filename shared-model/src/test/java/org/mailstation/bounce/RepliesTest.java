package org.mailstation.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepliesTest {
    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <anna@home.example>... User unknown, NOBODY",
        "550 no such mail domain here, NO_DOMAIN",
        "550-5.7.25 no PTR 550 5.7.25 record, REVERSE_NAME",
        "550 5.7.1 Sender address rejected: Domain does not exist, SENDER_ADDRESS",
        "451 4.3.0 Temporary failure please try again later, LATER",
        "451 4.7.1 try again in 5 minutes, GREYLISTING",
        "550 5.6.7 SMTPUTF8 is needed and not offered by mx.example, ENGLISH_ONLY",
        "554 rejected, OTHER",
        "250 2.0.0 Ok, UNKNOWN",
        "'', UNKNOWN"
    })
    void an_answer_has_one_meaning(String reply, Cause cause) {
        assertThat(Replies.of(reply)).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({
        "554 [95.1.1.3] go away, OTHER",
        "554 [192.5.2.2] go away, OTHER",
        "554 version 15.2.2 go away, OTHER"
    })
    void digits_of_an_address_are_no_code(String reply, Cause cause) {
        assertThat(Replies.of(reply)).isEqualTo(cause);
    }

    @Test
    void an_answer_of_several_lines_is_one_sentence() {
        assertThat(Replies.oneLine("550-5.1.1 The account\r\n550-5.1.1 is not\r\n550 5.1.1 here"))
                .isEqualTo("550 5.1.1 The account is not here");
    }

    @Test
    void a_number_within_a_sentence_stays() {
        assertThat(Replies.oneLine("550 it took 450 tries")).isEqualTo("550 it took 450 tries");
    }

    @Test
    void nobody_says_more_than_can_be_read() {
        assertThat(Replies.of("550 " + "a ".repeat(1_000_000) + "mailbox full"))
                .isEqualTo(Cause.OTHER);
    }
}
