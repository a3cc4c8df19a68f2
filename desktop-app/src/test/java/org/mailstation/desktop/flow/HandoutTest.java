package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Service;
import org.mailstation.config.Setup;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Tls;
import org.mailstation.control.ClientSetup;
import org.mailstation.desktop.fake.Family;

/** What a person is told to type into a mail program. */
class HandoutTest {
    private static final StationConfig FAMILY = Family.config("example.org", "Alex");

    private final Traveller who = new Traveller();
    private Handout handout;

    @BeforeEach
    void signIn() {
        who.toHome();
        handout = new Handout(who.flow.session(), who.background);
    }

    private Handout.View told(Ports ports) {
        who.nas.station.setConfig(FAMILY.withPorts(ports));
        handout.open();
        who.background.until(() -> !handout.view().activity().running());
        return handout.view();
    }

    @Test
    void where_the_entrance_with_tls_from_the_start_is_closed_the_other_one_is_told() {
        Handout.View view =
                told(Ports.STANDARD.with(Service.IMAPS, new Port(993, 993, Port.Open.OFF)));

        assertThat(Objects.requireNonNull(view.in()).service()).isEqualTo(Service.IMAP);
        assertThat(view.files()).hasSize(2);
    }

    @Test
    void a_way_of_reading_that_is_closed_has_no_values_and_is_not_replaced_by_the_other() {
        handout.read(Handout.Reading.POP3);
        Handout.View view =
                told(
                        Ports.STANDARD
                                .with(Service.POP3S, new Port(995, 995, Port.Open.OFF))
                                .with(Service.POP3, new Port(110, 110, Port.Open.OFF)));

        assertThat(view.in()).isNull();
        assertThat(view.out()).isNotNull();
    }

    @Test
    void the_page_of_the_profile_is_told_only_where_its_certificate_is_believed() {
        assertThat(told(Ports.STANDARD).profilePage()).isEmpty();

        StationConfig open =
                Family.draft("example.org", "Alex")
                        .withSafety(it -> it.withTls(new Tls(Tls.Source.ACME, "", "")))
                        .on(null)
                        .withSetup(new Setup(true, 8943));
        who.nas.station.setConfig(open);
        handout.open();
        who.background.until(() -> !handout.view().activity().running());
        assertThat(handout.view().profilePage())
                .isEqualTo("https://mail.example.org/mobileconfig?email=alex%40example.org");
    }

    @Test
    void the_profile_that_the_station_signed_is_handed_out_as_it_is() {
        who.nas.station.desk.profile =
                new ClientSetup.Made("x.mobileconfig", "application/x", "AQID", true);
        Handout.ClientFile apple = told(Ports.STANDARD).files().getFirst();

        assertThat(apple.signed()).isTrue();
        assertThat(apple.content()).containsExactly(1, 2, 3);
    }
}
