package org.mailstation.daemon.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureProverTest {
    /** RFC 8463 A.3: one letter, signed with both kinds of keys. */
    private static final String EXAMPLE =
            """
            DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=brisbane; t=1528637909; h=from : to :
             subject : date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
             Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=test; t=1528637909; h=from : to : subject :
             date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
             DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
             dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
            From: Joe SixPack <joe@football.example.com>
            To: Suzie Q <suzie@shopping.example.net>
            Subject: Is dinner ready?
            Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
            Message-ID: <20030712040037.46341.5F8J@football.example.com>

            Hi.

            We lost the game.  Are you hungry yet?

            Joe.
            """
                    .replace("\n", "\r\n");

    private static final String ED25519 =
            "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    private static final String RSA =
            "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08"
                    + "a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6"
                    + "lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB";

    private static final String LETTER =
            "From: Anna <anna@away.example>\r\nSubject: a\tfolded\r\n  one\r\n\r\nHello  there \r\n\r\nBob\r\n\r\n\r\n";

    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);

    private List<DkimProof> prove(String letter, KeyAnswer.Lookup keys) throws IOException {
        int end = letter.indexOf("\r\n\r\n") + 2;
        List<byte[]> fields =
                Arrays.stream(letter.substring(0, end).split("(?<=\r\n)(?![ \t])"))
                        .map(field -> field.getBytes(StandardCharsets.ISO_8859_1))
                        .toList();
        byte[] body = letter.substring(end + 2).getBytes(StandardCharsets.ISO_8859_1);
        return new SignatureProver(keys, clock).prove(fields, new ByteArrayInputStream(body));
    }

    @Test
    void a_domain_in_its_own_letters_is_asked_for_as_the_dns_knows_it() throws IOException {
        String beyond =
                EXAMPLE.replace("d=football", utf8("d=fußball"))
                        .replace("i=@football", utf8("i=@bu\u0308ro.fußball"))
                        .replace("s=brisbane", utf8("s=köln"));

        assertThat(prove(beyond, name -> asked(name)))
                .extracting(DkimProof::domain, DkimProof::selector, DkimProof::why)
                .containsExactly(
                        tuple(
                                "xn--fuball-cta.example.com",
                                "xn--kln-sna",
                                "the header was changed"),
                        tuple("xn--fuball-cta.example.com", "test", "no key"));
    }

    private static KeyAnswer asked(String name) {
        return name.equals("xn--kln-sna._domainkey.xn--fuball-cta.example.com")
                ? new KeyAnswer.Found(ED25519)
                : new KeyAnswer.None();
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static KeyAnswer football(String name) {
        return switch (name) {
            case "brisbane._domainkey.football.example.com" -> new KeyAnswer.Found(ED25519);
            case "test._domainkey.football.example.com" -> new KeyAnswer.Found(RSA);
            default -> new KeyAnswer.None();
        };
    }

    private List<DkimProof.Result> results(String letter) throws IOException {
        return prove(letter, SignatureProverTest::football).stream()
                .map(DkimProof::result)
                .toList();
    }

    @Test
    void the_example_of_the_standard_holds_with_both_keys() throws IOException {
        List<DkimProof> proofs = prove(EXAMPLE, SignatureProverTest::football);

        assertThat(proofs)
                .containsExactly(
                        new DkimProof(
                                DkimProof.Result.PASS,
                                "football.example.com",
                                "brisbane",
                                "/gCrinpc",
                                ""),
                        new DkimProof(
                                DkimProof.Result.PASS,
                                "football.example.com",
                                "test",
                                "F45dVWDf",
                                ""));
    }

    @ParameterizedTest
    @CsvSource({
        "hungry, angry",
        "Is dinner ready, Is dinner over",
        "joe@football, jim@football",
        "'Joe.', 'Joe.\r\nPS: buy'",
    })
    void a_letter_that_was_changed_fails(String from, String to) throws IOException {
        assertThat(results(EXAMPLE.replace(from, to.replace("\\r\\n", "\r\n"))))
                .containsOnly(DkimProof.Result.FAIL);
    }

    @Test
    void a_second_author_above_fails_since_the_name_is_signed_once_more() throws IOException {
        assertThat(results("From: x@evil.example\r\n" + EXAMPLE))
                .containsOnly(DkimProof.Result.FAIL);
    }

    @Test
    void blanks_and_empty_lines_that_servers_change_do_not_matter() throws IOException {
        assertThat(
                        results(
                                EXAMPLE.replace("game.  Are", "game. \t Are")
                                                .replace("Subject: Is", "SUBJECT:   Is")
                                        + "\r\n\r\n"))
                .containsOnly(DkimProof.Result.PASS);
    }

    @ParameterizedTest
    @CsvSource({
        "v=1;, v=2;, PERMERROR",
        "a=rsa-sha256, a=rsa-sha1, POLICY",
        "s=test, s=gone, PERMERROR",
        "s=test, s=brisbane, PERMERROR",
        "t=1528637909, x=1528637909, PERMERROR",
        "i=@football.example.com, i=@evil.example, PERMERROR",
        "'h=from : to : subject', 'h=to : subject', PERMERROR",
        "q=dns/txt; s=test, l=5; s=test, POLICY",
        "c=relaxed/relaxed, c=strange/relaxed, PERMERROR",
        "v=1;, v=1; v=1;, PERMERROR",
    })
    void what_proves_too_little_or_nothing_is_named(String from, String to, DkimProof.Result result)
            throws IOException {
        // the second signature only
        int second = EXAMPLE.indexOf("DKIM-Signature", 10);
        String letter = EXAMPLE.substring(second);
        String changed = letter.replace(from.replace("\\n", "\r\n"), to.replace("\\n", "\r\n"));

        // the author stands twice in the list of signed names
        if (to.startsWith("h=")) {
            changed = changed.replace("message-id : from", "message-id");
        }
        assertThat(changed).isNotEqualTo(letter);
        assertThat(results(changed)).containsExactly(result);
    }

    @ParameterizedTest
    @CsvSource({
        "v=DKIM1; p=, PERMERROR",
        "v=DKIM1; p=AAAA, PERMERROR",
        "v=DKIM2; p=AAAA, PERMERROR",
        "v=DKIM1; h=sha1; p=AAAA, PERMERROR",
        "v=DKIM1; s=tlsrpt; p=AAAA, PERMERROR",
    })
    void a_key_that_does_not_fit_proves_nothing(String record, DkimProof.Result result)
            throws IOException {
        assertThat(prove(EXAMPLE, _ -> new KeyAnswer.Found(record)).getLast().result())
                .isEqualTo(result);
    }

    @Test
    void a_dns_that_does_not_answer_is_no_failure() throws IOException {
        assertThat(prove(EXAMPLE, _ -> new KeyAnswer.CouldNotTell()))
                .extracting(DkimProof::result)
                .containsOnly(DkimProof.Result.TEMPERROR);
    }

    @Test
    void of_many_signatures_only_some_are_looked_at() throws IOException {
        String one =
                "DKIM-Signature: v=1; a=rsa-sha256; d=x.example; s=x; h=from; bh=AAAA; b=AAAA\r\n";

        assertThat(results(one.repeat(500) + LETTER)).hasSizeLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple/simple", "relaxed/simple", "simple/relaxed", "relaxed/relaxed"})
    void signatures_of_another_program_hold_in_every_form(String forms) throws Exception {
        KeyPair pair = pair(2048);

        for (String letter : List.of(LETTER, LETTER.replaceFirst("(?s)\r\n\r\n.*", "\r\n\r\nx"))) {
            assertThat(prove(signed(letter, forms, pair), _ -> new KeyAnswer.Found(record(pair))))
                    .extracting(DkimProof::result)
                    .containsExactly(DkimProof.Result.PASS);
        }
    }

    @Test
    void a_key_that_others_can_break_proves_nothing() throws Exception {
        KeyPair pair = pair(768);

        assertThat(
                        prove(
                                signed(LETTER, "relaxed/relaxed", pair),
                                _ -> new KeyAnswer.Found(record(pair))))
                .extracting(DkimProof::result)
                .containsExactly(DkimProof.Result.POLICY);
    }

    private static KeyPair pair(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String record(KeyPair pair) {
        return "v=DKIM1; p=" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static String signed(String letter, String forms, KeyPair pair) throws Exception {
        String template =
                "v=1; a=rsa-sha256; c=" + forms + "; d=away.example; s=s; h=from:subject; bh=; b=;";
        String field =
                new DKIMSigner(template, pair.getPrivate())
                        .sign(
                                new ByteArrayInputStream(
                                        letter.getBytes(StandardCharsets.ISO_8859_1)));
        return field + "\r\n" + letter;
    }
}
