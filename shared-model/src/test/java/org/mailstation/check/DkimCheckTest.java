package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.finding.Verdict.FAIL;
import static org.mailstation.finding.Verdict.NOT_APPLICABLE;
import static org.mailstation.finding.Verdict.PASS;
import static org.mailstation.finding.Verdict.UNKNOWN;
import static org.mailstation.finding.Verdict.WARN;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Verdict;
import org.mailstation.records.SigningKey;
import org.xbill.DNS.Rcode;

class DkimCheckTest {
    private static final String GOOD = rsa(2048);
    private static final String RECORD = "ms1._domainkey.example.org";

    private World world;

    @BeforeEach
    void start() throws IOException {
        world = new World();
        knows(GOOD);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private static String rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            byte[] key = generator.generateKeyPair().getPublic().getEncoded();
            return Base64.getEncoder().encodeToString(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void knows(String key) {
        world.identity = new Identity(World.KEY, world.identity.home(), new SigningKey("ms1", key));
    }

    /** As providers publish it: in strings of at most 255 characters. */
    private DkimCheckTest published(String text) {
        StringBuilder strings = new StringBuilder();
        for (int i = 0; i < text.length(); i += 255) {
            strings.append('"').append(text, i, Math.min(text.length(), i + 255)).append("\" ");
        }
        world.publishes(RECORD, "TXT", strings.toString().strip());
        return this;
    }

    private Finding judged(Verdict verdict, String sentence) throws InterruptedException {
        return world.judged(new DkimCheck(), verdict, sentence);
    }

    @Test
    void a_station_that_does_not_sign_needs_no_key() throws InterruptedException {
        world.identity = new Identity(World.KEY, null);
        judged(NOT_APPLICABLE, "dns.dkim.no-key");
    }

    @Test
    void the_station_s_own_key_in_several_strings_passes() throws InterruptedException {
        published("v=DKIM1; k=rsa; p=" + GOOD);
        judged(PASS, "dns.dkim.ok");
    }

    @Test
    void blanks_within_the_key_and_missing_defaults_do_not_matter() throws InterruptedException {
        published("p=" + GOOD.substring(0, 100) + " " + GOOD.substring(100));
        judged(PASS, "dns.dkim.ok");
    }

    @Test
    void a_missing_key_comes_with_the_record_to_publish() throws InterruptedException {
        Finding found = judged(FAIL, "dns.dkim.none");
        assertThat(found.remedy())
                .isInstanceOfSatisfying(
                        Remedy.DnsRecord.class,
                        record -> {
                            assertThat(record.name()).isEqualTo(RECORD + ".");
                            assertThat(record.value()).isEqualTo("v=DKIM1; k=rsa; p=" + GOOD);
                        });
    }

    @Test
    void a_failed_look_up_is_not_a_missing_key() throws InterruptedException {
        World.all(world).forEach(server -> server.answersAlways(Rcode.SERVFAIL));
        judged(UNKNOWN, "dns.untold");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 237, 300, 390})
    void a_key_that_was_cut_off_anywhere_is_recognised(int length) throws InterruptedException {
        published("v=DKIM1; k=rsa; p=" + GOOD.substring(0, length));
        judged(FAIL, "dns.dkim.truncated");
    }

    @Test
    void the_key_of_the_server_before_is_another_key() throws InterruptedException {
        published("v=DKIM1; k=rsa; p=" + rsa(2048));
        judged(FAIL, "dns.dkim.other");
    }

    @Test
    void two_keys_under_one_name_mean_nothing() throws InterruptedException {
        published("v=DKIM1; p=" + GOOD).published("v=DKIM1; p=");
        judged(FAIL, "dns.dkim.several");
    }

    @Test
    void an_empty_key_is_a_revoked_one() throws InterruptedException {
        published("v=DKIM1; k=rsa; p=");
        judged(FAIL, "dns.dkim.revoked");
    }

    @Test
    void mistakes_of_all_kinds_are_recognised() {
        for (String text :
                Arrays.asList(
                        "v=DKIM2; p=" + GOOD,
                        "k=rsa; v=DKIM1; p=" + GOOD,
                        "v=DKIM1; k=dsa; p=" + GOOD,
                        "v=DKIM1\\; k=rsa\\; p=" + GOOD,
                        "v=DKIM1; k=rsa",
                        "v=DKIM1; p=-----BEGIN PUBLIC KEY-----" + GOOD,
                        "v=DKIM1; p=AAAA" + GOOD,
                        "another text")) {
            assertThat(DkimRecord.read(text)).as(text).isEqualTo(new DkimRecord.Malformed());
        }
    }

    @Test
    void a_key_of_the_newer_kind_is_read_too() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(DkimRecord.read("v=DKIM1; k=ed25519; p=" + key))
                .isEqualTo(new DkimRecord.Usable(key, 3072));
        assertThat(DkimRecord.read("v=DKIM1; k=ed25519; p=" + key.substring(0, 20)))
                .isEqualTo(new DkimRecord.Truncated());
    }

    @Test
    void a_short_key_is_weak_and_a_very_short_one_of_no_use() throws InterruptedException {
        String tiny = rsa(512);
        knows(tiny);
        published("v=DKIM1; p=" + tiny);
        judged(FAIL, "dns.dkim.weak");
        World.all(world).forEach(server -> server.forgets(RECORD));
        String small = rsa(1024);
        knows(small);
        published("v=DKIM1; p=" + small);
        judged(WARN, "dns.dkim.weak");
    }

    @Test
    void parts_that_were_entered_as_records_of_their_own_are_told() throws InterruptedException {
        String record = "v=DKIM1; k=rsa; p=" + GOOD;
        published(record.substring(0, 200)).published(record.substring(200));
        judged(FAIL, "dns.dkim.split");
    }
}
