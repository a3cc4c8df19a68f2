package org.mailstation.probe.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsAnswer.CouldNotTell;
import org.mailstation.probe.DnsAnswer.Reason;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.RecordType;
import org.xbill.DNS.Rcode;

class DnsjavaServerTest {
    private static final String ADDRESS = "192.0.2.53";

    private ZoneServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ZoneServer(true);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private DnsReply ask(String name, RecordType type) {
        return new TestDns(Map.of(ADDRESS, server), ADDRESS)
                .here()
                .ask(new DnsQuestion(name, type));
    }

    @Test
    void records_come_as_a_zone_file_has_them_in_a_steady_order() {
        server.has("example.org", "MX", "20 b.example.org.")
                .has("example.org", "MX", "10 a.example.org.");
        DnsReply reply = ask("Example.ORG.", RecordType.MX);
        assertThat(reply.values()).containsExactly("10 a.example.org.", "20 b.example.org.");
        assertThat(reply.authoritative()).isTrue();
        assertThat(reply.words()).isEqualTo("10 a.example.org. | 20 b.example.org. (ttl 300)");
    }

    @Test
    void the_strings_of_a_long_text_are_joined() {
        server.has("example.org", "TXT", "\"v=spf1 \" \"mx ~all\"");
        assertThat(ask("example.org", RecordType.TXT).values()).containsExactly("v=spf1 mx ~all");
    }

    @Test
    void an_alias_is_told_beside_what_it_leads_to() {
        server.has("mail.example.org", "CNAME", "home.example.net.");
        assertThat(ask("mail.example.org", RecordType.A).answer())
                .isEqualTo(new DnsAnswer.NoRecord(List.of("home.example.net.")));
    }

    @Test
    void a_name_without_this_record_and_no_name_at_all_are_two_things() {
        server.has("example.org", "A", "192.0.2.1");
        assertThat(ask("example.org", RecordType.MX).answer())
                .isEqualTo(new DnsAnswer.NoRecord(List.of()));
        assertThat(ask("nobody.example.org", RecordType.MX).answer())
                .isEqualTo(new DnsAnswer.NoSuchName());
    }

    @Test
    void a_server_that_fails_or_refuses_has_not_said_that_there_is_no_record() {
        server.answersAlways(Rcode.SERVFAIL);
        assertThat(ask("example.org", RecordType.A).answer())
                .isEqualTo(new CouldNotTell(Reason.SERVER_FAILURE, "SERVFAIL"));
        server.answersAlways(Rcode.REFUSED);
        assertThat(ask("example.org", RecordType.A).answer())
                .isEqualTo(new CouldNotTell(Reason.REFUSED, "REFUSED"));
    }

    @Test
    void a_server_that_says_nothing_could_not_be_asked() {
        server.fallsSilent();
        assertThat(ask("example.org", RecordType.A).answer())
                .isInstanceOfSatisfying(
                        CouldNotTell.class,
                        no -> assertThat(no.reason()).isEqualTo(Reason.TIMEOUT));
    }
}
