package org.mailstation.desktop.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Account;
import org.mailstation.config.Port;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.Secret;
import org.mailstation.control.Validation;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.testing.TestPerson;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** What the window's way to the practice adds to the way to any NAS. */
class PracticeGatewayTest {
    private static final StationConfig FORM =
            StationConfig.minimal(
                    "mail.practice.example",
                    "practice.example",
                    List.of(new Account("anna@practice.example", "Anna", 0, true)));

    private final FakeNas nas = new FakeNas();

    @BeforeEach
    void install() {
        nas.installedVersion = FakeNas.VERSION;
    }

    @Test
    void the_system_is_labelled_as_practice() throws Exception {
        try (Nas practice = signIn()) {
            assertThat(practice.look().product()).startsWith("PRACTICE, ");
            assertThat(practice.look().installedVersion()).isEqualTo(FakeNas.VERSION);
        }
    }

    @Test
    void every_configuration_gets_free_ports_and_the_outside_as_its_way_out() throws Exception {
        try (Nas practice = signIn();
                Station station = practice.station()) {
            ApplyOutcome outcome =
                    station.apply(StationToml.write(FORM), 0, 0, _ -> {}, Cancellation.never());
            assertThat(outcome).isInstanceOf(ApplyOutcome.Applied.class);
        }
        StationConfig running = nas.station.running().orElseThrow();
        assertThat(running.hostName()).isEqualTo(FORM.hostName());
        assertThat(running.accounts()).isEqualTo(FORM.accounts());
        for (Service service : Service.values()) {
            assertThat(running.ports().of(service).number()).as(service.key()).isZero();
            assertThat(running.ports().of(service).open()).isEqualTo(Port.Open.LAN);
        }
        assertThat(running.relay().use()).isEqualTo(Relay.Use.ALWAYS);
        assertThat(running.relay().host()).isEqualTo(OutsideServer.NAME);
        assertThat(running.relay().port()).isEqualTo(4711);
    }

    @Test
    void what_cannot_be_read_is_judged_as_it_is() throws Exception {
        try (Nas practice = signIn();
                Station station = practice.station()) {
            assertThat(station.validate("host-name = 7")).isInstanceOf(Validation.Faulty.class);
        }
    }

    private Nas signIn() throws FailureException {
        return new PracticeGateway(nas, 4711)
                .signIn(
                        new SshTarget("127.0.0.1", 2222, PracticeSsh.USER),
                        new SshCredentials.Password(new Secret(nas.password)),
                        TestPerson.trusting(),
                        Cancellation.never());
    }
}
