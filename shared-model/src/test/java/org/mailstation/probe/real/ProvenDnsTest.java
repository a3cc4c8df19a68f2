package org.mailstation.probe.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;

/** This program believes signatures only, whatever a name server claims. */
class ProvenDnsTest {
    private SignedRoot root;

    @BeforeEach
    void start() throws Exception {
        root = new SignedRoot();
        root.has("away.test", "MX", "10 mx.away.test.");
    }

    @AfterEach
    void stop() {
        root.close();
    }

    private DnsReply ask(SignedRoot trusted) throws IOException {
        NameServer proven =
                new DnsjavaDns(Duration.ofSeconds(5)).proven(trusted.anchor(), root::resolver);
        return proven.ask(new DnsQuestion("away.test", RecordType.MX));
    }

    @Test
    void a_good_signature_is_a_proof() throws Exception {
        DnsReply reply = ask(root);

        assertThat(reply.authenticated()).isTrue();
        assertThat(reply.values()).containsExactly("10 mx.away.test.");
    }

    @Test
    void a_record_under_the_signature_of_another_one_is_no_answer() throws Exception {
        root.forges("away.test", "MX", "10 mx.evil.test.");

        DnsReply reply = ask(root);
        assertThat(reply.told()).isFalse();
        assertThat(reply.authenticated()).isFalse();
    }

    @Test
    void a_signature_that_is_lost_on_the_way_leaves_no_proof() throws Exception {
        root.losesSignature("away.test", "MX");

        DnsReply reply = ask(root);
        assertThat(reply.told()).isFalse();
        assertThat(reply.authenticated()).isFalse();
    }

    @Test
    void keys_that_nobody_vouches_for_prove_nothing() throws Exception {
        try (SignedRoot other = new SignedRoot()) {
            assertThat(ask(other).authenticated()).isFalse();
        }
    }
}
