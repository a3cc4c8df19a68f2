package org.mailstation.daemon.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Incoming;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.dkim.LetterSigner;
import org.mailstation.daemon.dkim.StationKeys;
import org.mailstation.probe.RecordType;
import org.mailstation.records.SigningKey;

/** What is found out about a letter from {@code bob@bank.example}, and what follows. */
class ExaminerTest {
    private static final String OWN = "198.51.100.7";
    private static final String OTHER = "203.0.113.9";
    private static final String LIST = "list.example";
    private static final byte[] FROM = bytes("From: Bob <bob@bank.example>\r\n");
    private static final byte[] BODY = bytes("Hello\r\n");

    @TempDir Path folder;
    private final SmallDns dns =
            new SmallDns()
                    .has("bank.example", RecordType.TXT, "v=spf1 ip4:" + OWN + " -all")
                    .has("7.100.51.198.in-addr.arpa", RecordType.PTR, "mx.bank.example.")
                    .has("mx.bank.example", RecordType.A, OWN);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void policy(String record) {
        dns.has("_dmarc.bank.example", RecordType.TXT, record);
    }

    private Credentials examine(String client, String sender, List<byte[]> fields)
            throws IOException {
        return new Examiner(() -> dns, () -> List.of(LIST), Clock.systemUTC(), new Random(1))
                .examine(letter(client, sender, fields));
    }

    private static Stranger letter(String client, String sender, List<byte[]> fields) {
        return new Stranger(
                InetAddress.ofLiteral(client),
                "mx.bank.example",
                Address.parse(sender).orElse(null),
                List.of(new Address("bob", "bank.example")),
                false,
                fields,
                () -> new ByteArrayInputStream(BODY));
    }

    private static Ruling ruling(Credentials seen) {
        return Ruling.of(seen, Incoming.USUAL);
    }

    @Test
    void a_letter_from_the_domains_own_server_is_proven_by_spf() throws IOException {
        policy("v=DMARC1; p=reject");

        Credentials seen = examine(OWN, "bob@bank.example", List.of(FROM));

        assertThat(seen.spf().result()).isEqualTo(Told.Result.PASS);
        assertThat(seen.dmarc().result()).isEqualTo(Told.Result.PASS);
        assertThat(seen.reverse()).isEqualTo(new Told(Told.Result.PASS, "mx.bank.example", ""));
        assertThat(ruling(seen)).isEqualTo(new Ruling.Take());
    }

    @Test
    void a_sender_beyond_ascii_is_proven_by_the_name_of_the_domain_in_the_dns() throws IOException {
        dns.has(
                "xn--bcher-kva.example",
                RecordType.TXT,
                "v=spf1 exists:%{l}.who.example ip4:" + OWN + " -all");
        dns.has("_dmarc.xn--bcher-kva.example", RecordType.TXT, "v=DMARC1; p=reject");
        Address sender = Address.parse("jörg@bücher.example").orElseThrow();
        Stranger letter =
                new Stranger(
                        InetAddress.ofLiteral(OWN),
                        "mx.bank.example",
                        sender,
                        List.of(sender),
                        false,
                        List.of(FROM),
                        () -> new ByteArrayInputStream(BODY));

        Credentials seen =
                new Examiner(() -> dns, List::of, Clock.systemUTC(), new Random(1)).examine(letter);

        assertThat(seen.spf()).isEqualTo(new Told(Told.Result.PASS, "xn--bcher-kva.example", ""));
        assertThat(seen.dmarc().result()).isEqualTo(Told.Result.PASS);
        assertThat(
                        new String(
                                ResultsField.of("mail.home.test", letter, seen),
                                StandardCharsets.UTF_8))
                .contains(
                        "spf=pass smtp.mailfrom=jörg@xn--bcher-kva.example",
                        "dmarc=pass (p=reject) header.from=xn--bcher-kva.example");
    }

    @ParameterizedTest
    @CsvSource({
        "v=DMARC1; p=reject, REFUSE",
        "v=DMARC1; p=quarantine, JUNK",
        "v=DMARC1; p=none, TAKE",
        "v=DMARC1; p=nonsense, TAKE",
        "v=DMARC1; p=reject; pct=0, JUNK",
        "v=DMARC1; p=quarantine; pct=0, TAKE",
        "something else, TAKE",
    })
    void a_forged_letter_is_treated_as_the_domain_wishes(String record, String treatment)
            throws IOException {
        policy(record);

        Ruling ruling = ruling(examine(OTHER, "thief@evil.example", List.of(FROM)));

        assertThat(ruling.getClass().getSimpleName()).isEqualToIgnoringCase(treatment);
        if (ruling instanceof Ruling.Refuse(var reply)) {
            assertThat(reply).startsWith("550 5.7.26 ").contains("bank.example", "DMARC");
        }
    }

    @Test
    void the_owner_may_only_want_to_see_what_is_forged() throws IOException {
        policy("v=DMARC1; p=reject");

        Credentials seen = examine(OTHER, "bob@bank.example", List.of(FROM));

        assertThat(seen.dmarc().result()).isEqualTo(Told.Result.FAIL);
        assertThat(Ruling.of(seen, new Incoming(Incoming.Dmarc.NOTE, true, true, List.of())))
                .isEqualTo(new Ruling.Take());
    }

    @Test
    void two_policies_are_as_none() throws IOException {
        policy("v=DMARC1; p=reject");
        policy("v=DMARC1; p=reject");

        assertThat(examine(OTHER, "bob@bank.example", List.of(FROM)).dmarc().result())
                .isEqualTo(Told.Result.NONE);
    }

    @Test
    void who_passes_spf_for_another_domain_has_not_proven_the_author() throws IOException {
        policy("v=DMARC1; p=reject");
        dns.has("evil.example", RecordType.TXT, "v=spf1 +all");

        Credentials seen = examine(OTHER, "thief@evil.example", List.of(FROM));

        assertThat(seen.spf().result()).isEqualTo(Told.Result.PASS);
        assertThat(ruling(seen)).isInstanceOf(Ruling.Refuse.class);
    }

    @Test
    void a_signature_proves_the_author_whatever_way_the_letter_came() throws IOException {
        policy("v=DMARC1; p=reject");

        Credentials seen = examine(OTHER, "forwarder@list.example", signed("bank.example"));

        assertThat(seen.dkim()).singleElement().asString().contains("PASS", "bank.example");
        assertThat(seen.dmarc().result()).isEqualTo(Told.Result.PASS);
        assertThat(ruling(seen)).isEqualTo(new Ruling.Take());
    }

    @Test
    void a_signature_of_a_part_counts_unless_the_domain_is_strict() throws IOException {
        policy("v=DMARC1; p=reject; adkim=s");

        assertThat(ruling(examine(OTHER, "x@list.example", signed("news.bank.example"))))
                .isInstanceOf(Ruling.Refuse.class);
    }

    private List<byte[]> signed(String domain) throws IOException {
        StationKeys keys =
                new StationKeys(folder.resolve("dkim"), Clock.systemUTC(), new SecureRandom());
        List<byte[]> fields = new ArrayList<>(List.of(FROM));
        byte[] field =
                new LetterSigner(keys, Clock.systemUTC())
                        .field(domain, fields, new ByteArrayInputStream(BODY));
        fields.addFirst(field);
        var status = Objects.requireNonNull(keys.status()).current();
        SigningKey key = new SigningKey(status.selector(), status.publicKey());
        dns.has(key.name(domain), RecordType.TXT, key.record());
        return fields;
    }

    @Test
    void dns_that_is_down_is_never_held_against_a_letter() throws IOException {
        List<byte[]> fields = signed("bank.example");
        dns.breaks();

        Credentials seen = examine(OTHER, "bob@bank.example", fields);

        assertThat(seen.spf().result()).isEqualTo(Told.Result.TEMPERROR);
        assertThat(seen.dmarc().result()).isEqualTo(Told.Result.TEMPERROR);
        assertThat(seen.reverse().result()).isEqualTo(Told.Result.TEMPERROR);
        assertThat(ruling(seen)).isEqualTo(new Ruling.Take());
    }

    @Test
    void a_key_that_could_not_be_looked_up_leaves_the_question_open() throws IOException {
        policy("v=DMARC1; p=reject");
        List<byte[]> fields = signed("bank.example");
        String selector = new String(fields.getFirst(), StandardCharsets.US_ASCII);
        String name = selector.replaceAll("(?s).*s=([^;]+);.*", "$1") + "._domainkey.bank.example";
        dns.failsFor(name);

        Credentials seen = examine(OTHER, "x@list.example", fields);

        assertThat(seen.dmarc().result()).isEqualTo(Told.Result.TEMPERROR);
        assertThat(ruling(seen)).isEqualTo(new Ruling.Take());
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.1", "127.0.0.1", "10.0.0.3", "fe80::1", "fd00::5"})
    void what_a_router_or_a_program_at_home_passes_on_is_not_judged_by_its_address(String client)
            throws IOException {
        policy("v=DMARC1; p=reject");

        Credentials seen = examine(client, "bob@bank.example", List.of(FROM));

        assertThat(seen.fromInternet()).isFalse();
        assertThat(seen.spf().result()).isEqualTo(Told.Result.NONE);
        assertThat(ruling(seen)).isEqualTo(new Ruling.Take());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2, 127.0.0.2, JUNK",
        "127.255.255.254, 127.0.0.2, TAKE",
        "127.0.0.2, , JUNK",
    })
    void a_sender_on_a_list_goes_into_the_junk_folder_but_a_refusal_of_the_list_is_no_entry(
            String answer, String test, String treatment) throws IOException {
        dns.has("9.113.0.203." + LIST, RecordType.A, answer);
        if (test != null) {
            dns.has("2.0.0.127." + LIST, RecordType.A, test);
        }

        Ruling ruling = ruling(examine(OTHER, "x@unknown.example", List.of(FROM)));

        assertThat(ruling.getClass().getSimpleName()).isEqualToIgnoringCase(treatment);
    }

    @Test
    void a_list_that_lists_everybody_is_not_believed() throws IOException {
        dns.has("9.113.0.203." + LIST, RecordType.A, "127.0.0.2")
                .has("1.0.0.127." + LIST, RecordType.A, "127.0.0.2");

        assertThat(examine(OTHER, "x@unknown.example", List.of(FROM)).lists()).isEmpty();
    }

    @Test
    void who_is_proven_is_not_put_away_because_of_a_list() throws IOException {
        policy("v=DMARC1; p=none");
        dns.has("7.100.51.198." + LIST, RecordType.A, "127.0.0.2");

        Credentials seen = examine(OWN, "bob@bank.example", List.of(FROM));

        assertThat(seen.lists()).containsExactly(LIST);
        assertThat(ruling(seen)).isEqualTo(new Ruling.Take());
    }

    @Test
    void the_field_tells_every_result() throws IOException {
        policy("v=DMARC1; p=reject");
        Stranger letter = letter(OWN, "bob@bank.example", signed("bank.example"));
        Credentials seen = examine(OWN, "bob@bank.example", letter.fields());

        assertThat(
                        new String(
                                ResultsField.of("mail.home.test", letter, seen),
                                StandardCharsets.US_ASCII))
                .startsWith(
                        "Authentication-Results: mail.home.test;\r\n\tspf=pass smtp.mailfrom=bob@bank.example;")
                .contains("\r\n\tdkim=pass header.d=bank.example header.s=")
                .contains("\r\n\tdmarc=pass (p=reject) header.from=bank.example;")
                .endsWith("\r\n\tiprev=pass policy.iprev=198.51.100.7 (mx.bank.example)\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'mail.home.test; spf=pass', true",
        "'(comment) MAIL.home.test 1; spf=pass', true",
        "'\"mail.home.test\"; none', true",
        "'mx.other.example; spf=pass mail.home.test', false",
    })
    void a_field_in_our_name_is_known_however_it_is_written(String content, boolean ours) {
        assertThat(ResultsField.isInOurName(content, "mail.home.test")).isEqualTo(ours);
    }
}
