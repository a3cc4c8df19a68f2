package org.mailstation.daemon.mail.imap.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHeaderTest {
    private static final String HEADER =
            "From: a@b.test\r\nsubject:  one\r\n two\r\nX-Empty:\r\nSubject: again\r\n\r\n";

    private static @Nullable String pick(String header, boolean not, String... names) {
        Octets out = new Octets(8);
        boolean plain =
                new PlainHeader(header.getBytes(StandardCharsets.ISO_8859_1))
                        .pick(List.of(names), not, out);
        return plain ? new String(out.take(), StandardCharsets.ISO_8859_1) : null;
    }

    @Test
    void all_fields_of_a_name_come_with_their_folds() {
        assertThat(pick(HEADER, false, "SUBJECT"))
                .isEqualTo("subject: one\r\n two\r\nSubject: again\r\n");
    }

    @Test
    void all_but_some_fields_can_be_asked_for() {
        assertThat(pick(HEADER, true, "Subject")).isEqualTo("From: a@b.test\r\nX-Empty: \r\n");
    }

    @Test
    void nothing_may_be_found() {
        assertThat(pick(HEADER, false, "To", "Subjec", "Subject-")).isEmpty();
        assertThat(pick("\r\n", true, "To")).isEmpty();
    }

    @Test
    void letters_beyond_ascii_stay_as_they_are() {
        assertThat(pick("Subject: \u00c3\u00bc\r\n\r\n", false, "Subject"))
                .isEqualTo("Subject: \u00c3\u00bc\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Subject: x",
                "Subject: x\r\n",
                "Subject: x\n\n",
                "Subject: x\r\n\n",
                "Subject : x\r\n\r\n",
                " Subject: x\r\n\r\n",
                "Subject\r\n\r\n",
                ": x\r\n\r\n",
                "Subject: a\rb\r\n\r\n",
                "Subject: a\nb: c\r\n\r\n",
                "Subject: \u0000\r\n\r\n",
                "Subject: x\r\n\r\nmore"
            })
    void what_is_strange_is_left_to_others(String header) {
        assertThat(pick(header, false, "Subject")).isNull();
    }
}
