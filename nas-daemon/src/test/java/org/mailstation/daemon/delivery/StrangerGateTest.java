package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Incoming;
import org.mailstation.config.StationConfig;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.incoming.Examiner;
import org.mailstation.daemon.incoming.Greylist;
import org.mailstation.daemon.incoming.Ruling;
import org.mailstation.daemon.incoming.SmallDns;
import org.mailstation.daemon.junk.JunkMemory;
import org.mailstation.daemon.notes.NoteBook;
import org.mailstation.probe.RecordType;

class StrangerGateTest {
    private static final String KNOWN = "198.51.100.7";

    private final SmallDns dns =
            new SmallDns().has("away.example", RecordType.TXT, "v=spf1 ip4:" + KNOWN + " -all");
    private StationConfig config = StationConfig.minimal("mail.home.test", "home.test", List.of());
    private final StrangerGate gate =
            new StrangerGate(
                    () -> config,
                    new Examiner(() -> dns, List::of, Clock.systemUTC(), new Random(1)),
                    new Greylist(new ConcurrentHashMap<>(), Clock.systemUTC()),
                    new JunkMemory(NoteBook.inMemory(), () -> true),
                    "<test@home.test>"::equals);

    private Gate.Look look(String client, String sender, String header) throws IOException {
        Letter letter = Letter.of((header + "\r\nx\r\n").getBytes(StandardCharsets.US_ASCII));
        return gate.look(
                new Envelope(
                        Address.parse(sender).orElse(null),
                        List.of(new Address("anna", "home.test"))),
                new Origin("mx.away.example", client, "ESMTP", null),
                letter,
                Header.of(letter));
    }

    private Ruling ruling(String client, String sender) throws IOException {
        return look(client, sender, "From: Bob <bob@away.example>\r\n").ruling();
    }

    @Test
    void a_server_that_nobody_knows_is_asked_to_come_again() throws IOException {
        assertThat(ruling("203.0.113.5", "x@unknown.example")).isEqualTo(Ruling.COME_AGAIN);
        assertThat(Ruling.COME_AGAIN.reply()).startsWith("451 4.7.1");
    }

    @Test
    void whoever_is_vouched_for_need_not_wait_and_neither_later_without() throws IOException {
        assertThat(ruling(KNOWN, "bob@away.example")).isEqualTo(new Ruling.Take());
        assertThat(ruling(KNOWN, "x@unknown.example")).isEqualTo(new Ruling.Take());
    }

    @Test
    void nobody_waits_because_the_dns_is_down() throws IOException {
        dns.breaks();

        assertThat(ruling("203.0.113.5", "x@unknown.example")).isEqualTo(new Ruling.Take());
    }

    @Test
    void nobody_waits_at_home_or_where_the_owner_does_not_want_it() throws IOException {
        assertThat(ruling("192.168.1.20", "x@unknown.example")).isEqualTo(new Ruling.Take());

        config = config.withIncoming(new Incoming(Incoming.Dmarc.APPLY, false, true, List.of()));
        assertThat(ruling("203.0.113.5", "x@unknown.example")).isEqualTo(new Ruling.Take());
    }

    @Test
    void a_letter_of_two_authors_is_junk_unless_somebody_vouches_for_it() throws IOException {
        config = config.withIncoming(new Incoming(Incoming.Dmarc.APPLY, false, true, List.of()));
        String two = "From: bob@away.example\r\nFrom: boss@bank.example\r\n";

        assertThat(look("203.0.113.5", "x@unknown.example", two).ruling())
                .isEqualTo(new Ruling.Junk("author"));
        assertThat(look(KNOWN, "bob@away.example", two).ruling()).isEqualTo(new Ruling.Take());
    }

    @Test
    void the_stations_own_test_letter_comes_in_though_it_looks_forged() throws IOException {
        dns.has("_dmarc.away.example", RecordType.TXT, "v=DMARC1; p=reject");
        String letter = "From: Bob <bob@away.example>\r\nMessage-ID: <%s@home.test>\r\n";

        assertThat(look("203.0.113.5", "", letter.formatted("test")).ruling())
                .isEqualTo(new Ruling.Take());
        assertThat(look("203.0.113.5", "", letter.formatted("other")).ruling())
                .isInstanceOf(Ruling.Refuse.class);
    }
}
