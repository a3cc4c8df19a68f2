package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTest {
    @ParameterizedTest
    @CsvSource({
        "home-test.mail.protection.outlook.com, outlook.com",
        "aspmx.l.google.com, google.com",
        "mx.example.co.uk, example.co.uk",
        "mx00.t-online.de, t-online.de",
        "example.org, example.org",
        "localhost, localhost",
        "192.0.2.1, 192.0.2.1",
        "2001:db8::1, 2001:db8::1"
    })
    void a_name_tells_whose_server_it_is(String host, String provider) {
        assertThat(Provider.of(host)).isEqualTo(provider);
    }
}
