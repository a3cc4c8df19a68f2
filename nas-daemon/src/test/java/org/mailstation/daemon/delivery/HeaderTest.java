package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.daemon.accounts.Address;

class HeaderTest {
    private static Header of(String letter) throws IOException {
        return Header.of(Letter.of(letter.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void fields_are_found_whatever_their_case_and_folding() throws IOException {
        Header header =
                of(
                        "received: a\r\n\tb\r\nRECEIVED: c\r\nSubject : x\r\n\r\nReceived: not this one\r\n");

        assertThat(header.count("Received")).isEqualTo(2);
        assertThat(header.all("Received")).containsExactly("a\tb", "c");
        assertThat(header.first("subject")).hasValue("x");
        assertThat(header.first("Date")).isEmpty();
        assertThat(header.length())
                .isEqualTo("received: a\r\n\tb\r\nRECEIVED: c\r\nSubject : x\r\n".length());
    }

    @Test
    void unwanted_fields_are_left_out_and_the_rest_stays_byte_for_byte() throws IOException {
        Header header = of("A: \u00fc\r\nReturn-Path: <x>\r\n folded\r\nB:  2 \r\n\r\n");

        assertThat(
                        new String(
                                header.without(field -> Header.isNamed(field, "return-path")),
                                StandardCharsets.ISO_8859_1))
                .isEqualTo("A: \u00fc\r\nB:  2 \r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "no header at all\r\n",
                "\r\nA: b\r\n",
                ": empty name\r\n",
                " A: b\r\n",
                "A: no end"
            })
    void a_letter_without_a_header_is_all_body(String letter) throws IOException {
        Header header = of(letter);

        assertThat(header.fields()).isEmpty();
        assertThat(header.length()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {8184, 8185, 8186, 8187, 8188, 8189, 8190, 8191, 8192, 8193, 50_000})
    void a_long_header_is_read_to_its_end(int length) throws IOException {
        String first = "A: " + "x".repeat(length - 5) + "\r\n";

        Header header = of(first + "B: y\r\n\r\nC: z\r\n");

        assertThat(header.fields()).hasSize(2);
        assertThat(header.length()).isEqualTo(length + 6L);
    }

    @Test
    void a_header_without_end_is_read_only_so_far() throws IOException {
        Header header = of("A: b\r\n".repeat(200_000));

        assertThat(header.length()).isBetween(500_000L, 530_000L);
    }

    @Test
    void a_letter_can_get_another_head() throws IOException {
        Letter letter = Letter.of("A: b\r\n\r\nbody".getBytes(StandardCharsets.US_ASCII));

        Letter other = letter.withHead("C: d\r\n".getBytes(StandardCharsets.US_ASCII), 6);

        assertThat(other.open()).hasContent("C: d\r\n\r\nbody");
        assertThat(other.size()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    anna@home.test                                   | anna@home.test
                    Anna <anna@home.test>                            | anna@home.test
                    "A, <b@c.test>" <anna@home.test>                 | anna@home.test
                    Anna <anna@home.test>, Ben <ben@home.test>       | anna@home.test ben@home.test
                    anna@home.test (a (nested) comment <x@y.test>)   | anna@home.test
                    "quo\\"ted <x@y.test>" <anna@home.test>          | anna@home.test
                    """)
    void authors_are_found(String content, String addresses) {
        assertThat(FromField.addresses(content))
                .extracting(Address::toString)
                .containsExactlyElementsOf(List.of(addresses.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Anna",
                "anna@home.test, ",
                "anna@home.test, nonsense",
                "Anna <anna@home.test> evil@away.test",
                "Anna <anna@home.test",
                "group: anna@home.test;",
                "anna@home.test <evil@away.test"
            })
    void an_author_who_cannot_be_read_counts_as_none(String content) {
        assertThat(FromField.addresses(content)).isEmpty();
    }
}
