package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.flow.Step.LINE;
import static org.mailstation.desktop.flow.Step.NAME;
import static org.mailstation.desktop.flow.Step.PEOPLE;
import static org.mailstation.desktop.flow.Step.SAFETY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.application.ColorScheme;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Alias;
import org.mailstation.config.Ddns;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Tls;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.flow.Step;

/** Everything that can be set has its place in the window, or a reason why it has none. */
class EveryKeyTest {

    /** Where a key is changed: a page of the draft, the control there, and what to do with it. */
    private record Place(Step page, String control, String value) {}

    private static final Map<String, Place> PAGES =
            Map.ofEntries(
                    Map.entry("hostName", new Place(NAME, "host-name", "post.new.example")),
                    Map.entry("domains", new Place(NAME, "domain", "new.example")),
                    Map.entry("accounts.address", new Place(PEOPLE, "mailbox-0", "other")),
                    Map.entry("accounts.name", new Place(PEOPLE, "person-0", "Anna Muster")),
                    Map.entry("accounts.quotaMegabytes", new Place(PEOPLE, "room-0", "7")),
                    Map.entry("accounts.enabled", new Place(PEOPLE, "enabled-0", "")),
                    Map.entry("accounts.refuses", new Place(PEOPLE, "refuse-letters-0", "")),
                    Map.entry("accounts.saveSent", new Place(PEOPLE, "save-sent-0", "")),
                    Map.entry(
                            "accounts.forwardTo", new Place(PEOPLE, "forward-to-0", "x@y.example")),
                    Map.entry("accounts.keepCopy", new Place(PEOPLE, "keep-copy-0", "")),
                    Map.entry("aliases.address", new Place(PEOPLE, "alias-0", "info2")),
                    Map.entry("aliases.to", new Place(PEOPLE, "alias-to-0", "x@y.example")),
                    Map.entry("relay.use", new Place(LINE, "way-relay-out", "")),
                    Map.entry("relay.host", new Place(SAFETY, "relay-host", "smtp.y.example")),
                    Map.entry("relay.port", new Place(SAFETY, "relay-port", "2587")),
                    Map.entry("relay.security", new Place(SAFETY, "relay-security", "")),
                    Map.entry("relay.user", new Place(SAFETY, "relay-user", "somebody")),
                    Map.entry("ports.open", new Place(SAFETY, "open-pop3", "")),
                    Map.entry("network.line", new Place(LINE, "network-line", "")),
                    Map.entry("network.address", new Place(LINE, "network-address", "")),
                    Map.entry("ddns.provider", new Place(NAME, "ddns-provider", "")),
                    Map.entry("ddns.host", new Place(NAME, "ddns-host", "new.ddns.example")),
                    Map.entry("ddns.user", new Place(NAME, "ddns-user", "somebody")),
                    Map.entry("ddns.server", new Place(NAME, "ddns-server", "https://y.example/")),
                    Map.entry("tls.source", new Place(SAFETY, "certificate", "")),
                    Map.entry("tls.certificateFile", new Place(SAFETY, "certificate-file", "/a")),
                    Map.entry("tls.keyFile", new Place(SAFETY, "certificate-key-file", "/b")),
                    Map.entry(
                            "tls.authority", new Place(SAFETY, "authority", "https://ca.example/")),
                    Map.entry("incoming.dmarc", new Place(SAFETY, "dmarc", "")),
                    Map.entry("incoming.greylisting", new Place(SAFETY, "greylisting", "")),
                    Map.entry("incoming.learning", new Place(SAFETY, "learning", "")),
                    Map.entry(
                            "incoming.blockLists", new Place(SAFETY, "block-lists", "l.example")));

    /** On the tab of settings; what they do is in {@code CopiesTest}. */
    private static final Map<String, String> TAB =
            Map.of(
                    "notifications.language", "language",
                    "backup.to", "backup-to",
                    "backup.every", "backup-every",
                    "backup.keep", "backup-keep");

    /** On the tab of the watch; what they do is in {@code WatchingTest}. */
    private static final Map<String, String> WATCH =
            Map.of(
                    "notifications.address", "watch-address",
                    "notifications.watch", "watch-on",
                    "notifications.every", "watch-every");

    /** By their names in the file; the handbook says why. */
    private static final Map<String, String> ONLY_IN_THE_FILE =
            Map.of(
                    "ports.number", "port",
                    "ports.external", "external",
                    "storage.maxLetterMegabytes", "max-letter-mb",
                    "storage.reserveMegabytes", "reserve-mb",
                    "storage.warnAt", "warn-at",
                    "setup.serve", "serve",
                    "setup.port", "port");

    private static StationConfig full(Ui ui, Tls tls, boolean closed) {
        StationConfig config = ui.config;
        return new StationConfig(
                config.hostName(),
                config.domains(),
                config.accounts().stream()
                        .map(one -> one.forwarding(List.of("a@b.example"), true).opened(!closed))
                        .toList(),
                List.of(new Alias("info@mueller-family.example", List.of("a@b.example"))),
                new Relay(
                        Relay.Use.WHEN_REFUSED, "relay.example", 587, Relay.Security.STARTTLS, "a"),
                config.ports(),
                config.network(),
                new Ddns("custom", "h.example", "u", "https://d.example/"),
                tls,
                config.storage(),
                config.notifications(),
                config.incoming(),
                config.setup(),
                config.backup());
    }

    @Test
    void each_key_is_somewhere_and_nowhere_twice() {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            Set<String> placed = new LinkedHashSet<>(PAGES.keySet());
            placed.addAll(TAB.keySet());
            placed.addAll(WATCH.keySet());
            placed.addAll(ONLY_IN_THE_FILE.keySet());
            assertThat(placed)
                    .hasSize(PAGES.size() + TAB.size() + WATCH.size() + ONLY_IN_THE_FILE.size())
                    .containsExactlyInAnyOrderElementsOf(
                            Keys.of(full(ui, Tls.SELF_SIGNED, false)).keySet());
        }
    }

    @Test
    void each_page_changes_its_keys() {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            ui.toLine();
            for (Map.Entry<String, Place> one : PAGES.entrySet()) {
                Tls.Source source =
                        switch (one.getKey()) {
                            case "tls.authority" -> Tls.Source.ACME;
                            case "tls.certificateFile", "tls.keyFile" -> Tls.Source.FILES;
                            default -> Tls.Source.SELF_SIGNED;
                        };
                StationConfig running =
                        full(ui, new Tls(source, "", ""), one.getKey().equals("accounts.refuses"));
                assertThat(Draft.of(running).on(running)).isEqualTo(running);
                Ui.fx(() -> ui.flow.edit("", _ -> Draft.of(running)));
                turnTo(ui, one.getValue().page());
                ui.on(one.getValue().page());
                change(ui, one.getValue());
                StationConfig wished = ((Filling) ui.flow.state()).draft().on(running);
                assertThat(Keys.changed(running, wished)).as(one.getKey()).contains(one.getKey());
            }
        }
    }

    private static void turnTo(Ui ui, Step page) {
        if (ui.flow.state().step() != page) {
            Ui.until(() -> ui.flow.canGoTo(page));
            Ui.fx(() -> ui.flow.goTo(page));
        }
    }

    private static void change(Ui ui, Place place) {
        Ui.until(() -> ui.scene.lookup("#" + place.control()) != null);
        Ui.until(() -> Ui.shown(ui.scene.lookup("#" + place.control())));
        Ui.fx(
                () -> {
                    switch (ui.scene.lookup("#" + place.control())) {
                        case CheckBox box -> box.fire();
                        case RadioButton button -> button.fire();
                        case ComboBox<?> box -> another(box);
                        case TextInputControl text -> text.setText(place.value());
                        default -> throw new AssertionError(place.control());
                    }
                });
        Ui.settle();
    }

    private static void another(ComboBox<?> box) {
        for (int i = 0; i < box.getItems().size(); i++) {
            if (!Objects.equals(box.getItems().get(i), box.getValue())) {
                box.getSelectionModel().select(i);
                return;
            }
        }
    }

    @Test
    void the_tabs_of_settings_and_of_the_watch_have_the_others() {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            ui.toHome();
            ui.tab("settings");
            TAB.values().forEach(id -> assertThat(ui.node(id).isVisible()).as(id).isTrue());
            ui.tab("watch");
            WATCH.values().forEach(id -> assertThat(ui.node(id).isVisible()).as(id).isTrue());
        }
    }

    @Test
    void the_handbook_names_what_only_the_file_has() throws IOException {
        String handbook = Files.readString(Path.of("..", "docs", "handbook.md"));
        String part = handbook.substring(handbook.indexOf("**Only in the file.**"));
        assertThat(part.substring(0, part.indexOf("\n\n")))
                .contains(ONLY_IN_THE_FILE.values().stream().map("`%s`"::formatted).toList());
    }
}
