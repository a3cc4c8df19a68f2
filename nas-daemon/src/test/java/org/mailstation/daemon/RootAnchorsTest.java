package org.mailstation.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Whom the daemon believes when it proves DANE records, compared with another's list. */
class RootAnchorsTest {
    /**
     * The root's keys of 2017 and 2024, as Debian's package dns-root-data (2024071801) has them.
     */
    private static final List<String> KEYS =
            List.of(
                    "257 3 8 AwEAAaz/tAm8yTn4Mfeh5eyI96WSVexTBAvkMgJzkKTOiW1vkIbzxeF3+/4RgWOq7HrxRixHlFlExOLAJr5emLvN7SWXgnLh4+B5xQlNVz8Og8kvArMtNROxVQuCaSnIDdD5LKyWbRd2n9WGe2R8PzgCmr3EgVLrjyBxWezF0jLHwVN8efS3rCj/EWgvIWgb9tarpVUDK/b58Da+sqqls3eNbuv7pr+eoZG+SrDK6nWeL3c6H5Apxz7LjVc1uTIdsIXxuOLYA4/ilBmSVIzuDWfdRUfhHdY6+cn8HFRm+2hM8AnXGXws9555KrUB5qihylGa8subX2Nn6UwNR1AkUTV74bU=",
                    "257 3 8 AwEAAa96jeuknZlaeSrvyAJj6ZHv28hhOKkx3rLGXVaC6rXTsDc449/cidltpkyGwCJNnOAlFNKF2jBosZBU5eeHspaQWOmOElZsjICMQMC3aeHbGiShvZsx4wMYSjH8e7Vrhbu6irwCzVBApESjbUdpWWmEnhathWu1jo+siFUiRAAxm9qyJNg/wOZqqzL/dL/q8PkcRU5oUKEpUge71M3ej2/7CPqpdVwuMoTvoB+ZOT4YeGyxMvHmbrxlFzGOHOijtzN+u1TQNatX2XBuzZNQ1K+s2CXkPIZo7s6JgZyvaBevYtxPvYLw4z9mR7K2vaF18UYH9Z9GNUUeayffKC73PYc=");

    private static String anchor(String key) {
        try {
            DNSKEYRecord read =
                    (DNSKEYRecord)
                            Record.fromString(Name.root, Type.DNSKEY, DClass.IN, 0, key, Name.root);
            return ". IN DS "
                    + new DSRecord(Name.root, DClass.IN, 0, DNSSEC.Digest.SHA256, read)
                            .rdataToString();
        } catch (java.io.IOException notAKey) {
            throw new IllegalStateException(notAKey);
        }
    }

    @Test
    void the_anchors_are_the_hashes_of_the_keys_that_others_believe_too() throws Exception {
        try (InputStream in =
                Objects.requireNonNull(
                        AssuranceParts.class.getResourceAsStream("root-anchors.zone"))) {
            List<String> anchors =
                    new String(in.readAllBytes(), UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith(";"))
                            .toList();

            assertThat(anchors)
                    .containsExactlyElementsOf(KEYS.stream().map(RootAnchorsTest::anchor).toList());
        }
    }
}
