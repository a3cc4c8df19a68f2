package org.mailstation.daemon.ddns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.control.Secret;
import org.mailstation.ddns.Catalogue;
import org.mailstation.ddns.update.Outcome;
import org.mailstation.finding.Verdict;

/** Names that lead to an IPv6 address too. */
class DdnsSixTest extends DdnsBench {
    private static Inet6Address v6(String literal) {
        return (Inet6Address) InetAddress.ofLiteral(literal);
    }

    @Test
    void an_address_for_ipv6_that_letters_reach_is_told_too_and_once() {
        six = v6("2a02:810::5");
        pass(Duration.ofHours(1));
        assertThat(told).containsExactly("44.128.0.77", "44.128.0.77,2a02:810:0:0:0:0:0:5");
        assertThat(updater.status().address()).isEqualTo("44.128.0.77,2a02:810:0:0:0:0:0:5");
        assertThat(finding("ddns.update").verdict()).isEqualTo(Verdict.PASS);

        six = null;
        pass(Duration.ofHours(1));
        assertThat(told).as("it is away for a moment").hasSize(2);
        six = v6("2a02:810::6");
        pass(Duration.ofHours(1));
        assertThat(told).hasSize(3).last().asString().endsWith(":6");
        moveTo("44.128.0.78");
        pass(ONE);
        assertThat(told).last().isEqualTo("44.128.0.78,2a02:810:0:0:0:0:0:6");
        updater.close();
        updater = newUpdater();
        assertThat(told).as("a restart forgets nothing").hasSize(4);
    }

    @Test
    void an_answer_that_names_only_one_of_both_addresses_is_no_contradiction() {
        answers.add(new Outcome.Updated("44.128.0.77"));
        six = v6("2a02:810::5");
        pass(ONE);
        assertThat(finding("ddns.update").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void behind_a_closed_door_ipv6_is_told_only_where_there_is_no_other_way() {
        six = v6("2a02:810::5");
        sixIsOpen = false;
        pass(ONE);
        assertThat(told).containsExactly("44.128.0.77");
        line = Lines.look(Lines.router("100.64.0.9"));
        pass(ONE);
        assertThat(told).last().isEqualTo("2a02:810:0:0:0:0:0:5");
    }

    @Test
    void a_provider_that_knows_no_ipv6_is_not_told_of_it() {
        six = v6("2a02:810::5");
        settings =
                new DdnsSettings(
                        Objects.requireNonNull(Catalogue.ours().find("twodns")),
                        HOST,
                        "me",
                        "",
                        new Secret("s3cret"),
                        "example.org");
        pass(ONE);
        assertThat(told).last().isEqualTo("44.128.0.77");
    }
}
