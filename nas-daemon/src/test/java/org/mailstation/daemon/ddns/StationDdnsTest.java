package org.mailstation.daemon.ddns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailstation.line.WebAddress;

class StationDdnsTest {
    @Test
    void the_providers_own_page_comes_first_if_it_is_safe() {
        assertThat(StationDdns.pages(null, "1").pages()).isEqualTo(WebAddress.NEUTRAL);
    }

    @Test
    void the_program_says_who_it_is_as_no_ip_wants_it() {
        assertThat(StationDdns.agent("example.org", "1.2"))
                .isEqualTo("MailStation mailstationd/Linux-1.2 postmaster@example.org");
    }
}
