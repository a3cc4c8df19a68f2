package org.mailstation.daemon.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small things that come over the wire. */
class TokensTest {
    private static List<Object> read(String line, String... literals) throws IOException {
        return Tokens.of(new ImapLink.Response(line, List.of(literals)));
    }

    @Test
    void a_response_is_taken_apart() throws IOException {
        assertThat(read("* LIST (\\HasNoChildren \\Sent) \"/\" \"a \\\"b\\\" \\\\c\""))
                .isEqualTo(
                        List.of(
                                "*",
                                "LIST",
                                List.of("\\HasNoChildren", "\\Sent"),
                                "/",
                                "a \"b\" \\c"));
        assertThat(read("* 3 FETCH (UID 7 BODY[HEADER (A B)] " + Tokens.LITERAL + ")", "x"))
                .isEqualTo(
                        List.of("*", "3", "FETCH", List.of("UID", "7", "BODY[HEADER (A B)]", "x")));
        assertThat(read("* LIST () NIL " + Tokens.LITERAL, "odd"))
                .isEqualTo(List.of("*", "LIST", List.of(), "NIL", "odd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"* LIST (", "* \"x", "* a)", "* ((((((((((((((((((((((((((("})
    void what_is_no_response_is_refused(String line) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Entw&APw-rfe,Entwürfe",
        "'~peter/mail/&U,BTFw-',~peter/mail/台北",
        "A&-B,A&B",
        "plain,plain",
        "broken&,broken&"
    })
    void names_are_decoded(String wire, String name) {
        assertThat(Utf7.decode(wire)).isEqualTo(name);
        if (!wire.startsWith("broken")) {
            assertThat(Utf7.encode(name)).isEqualTo(wire);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INBOX,/,,INBOX",
        "INBOX.Reisen.2020,.,,Reisen.2020",
        "Familie/v1.0,/,,Familie.v1_0",
        "Gesendet,/,,Sent",
        "[Gmail]/Papierkorb,/,\\trash,Trash",
        "Projekte/Sent,/,,Projekte.Sent",
        "a%b,/,,a_b"
    })
    void folders_get_names_of_this_station(
            String name, String delimiter, String use, String expected) {
        assertThat(
                        FolderNames.here(
                                FolderNames.parts(name, delimiter),
                                use == null ? Set.of() : Set.of(use)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "imap://anna@mail.example.org,anna,993,true",
        "imap://anna%40example.org@mail.example.org:993/,anna@example.org,993,true",
        "imap://anna@mail.example.org:143,anna,143,false",
        "imaps://a+b@mail.example.org:1993,a+b,1993,true"
    })
    void a_provider_is_read(String text, String user, int port, boolean implicit) {
        assertThat(Provider.of(text))
                .isEqualTo(new Provider(user, "mail.example.org", port, implicit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"imap://mail.example.org", "http://a@b", "imap://a@b:0", "imap://a@-x", ""})
    void what_is_no_provider_is_none(String text) {
        assertThat(Provider.of(text)).isNull();
    }
}
