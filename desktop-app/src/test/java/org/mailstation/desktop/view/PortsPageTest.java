package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.application.ColorScheme;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Service;
import org.mailstation.desktop.flow.Step;

/** Somebody whose station is for the home only. */
class PortsPageTest {

    @Test
    void where_nothing_is_open_to_the_internet_the_page_says_so_and_asks_for_nothing_by_hand() {
        try (Ui ui = new Ui(Locale.GERMAN, ColorScheme.LIGHT)) {
            Ports ports = Ports.STANDARD;
            for (Service service : Service.values()) {
                Port port = ports.of(service);
                ports =
                        ports.with(
                                service, new Port(port.number(), port.external(), Port.Open.LAN));
            }
            ui.config = ui.config.withPorts(ports);
            ui.toHome();
            Ui.fx(() -> ui.flow.goTo(Step.PORTS));
            ui.on(Step.PORTS);
            Ui.until(() -> ui.text().contains(ui.words.of("ports.none")));
            assertThat(ui.text())
                    .doesNotContain(ui.words.of("ports.complete"), ui.words.of("ports.by-hand"));
            ui.shoot("15-ports-none-de");
        }
    }
}
