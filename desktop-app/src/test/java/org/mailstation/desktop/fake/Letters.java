package org.mailstation.desktop.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.config.diff.ConfigDiff;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.AppPasswords;
import org.mailstation.control.Ban;
import org.mailstation.control.CertificateFetching;
import org.mailstation.control.DkimEntry;
import org.mailstation.control.DkimStatus;
import org.mailstation.control.History;
import org.mailstation.control.Mailboxes;
import org.mailstation.control.RelayedDestination;
import org.mailstation.control.RetiredKey;
import org.mailstation.control.SigningKeyStatus;
import org.mailstation.control.SigningStatus;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.control.WaitingLetter;

/** A week of a family's mail, as a station remembers it. */
public final class Letters {

    private static final Instant NOON = Instant.parse("2026-05-07T12:00:00Z");

    private Letters() {}

    public static Trace of(String from, String to, String subject, TraceStep... steps) {
        return new Trace(
                "20260507-0001",
                NOON,
                "<7f3a@example.net>",
                from,
                List.of(to),
                subject,
                "mail.example.net [198.51.100.25] ESMTPS",
                48_200,
                "spf=pass; dkim=pass header.d=example.net",
                List.of(steps));
    }

    public static TraceStep step(TraceStep.Kind kind, String to, String place, String detail) {
        return new TraceStep(NOON.plusSeconds(1), kind, to, place, detail);
    }

    /** One of each fate. */
    public static List<Trace> all() {
        String joerg = "joerg@mueller-family.example";
        return List.of(
                of(
                        "grandma@example.net",
                        joerg,
                        "Recipe for Sunday",
                        step(TraceStep.Kind.RULED, joerg, "main", "12"),
                        step(TraceStep.Kind.DELIVERED, joerg, "Family", "")),
                of(
                        joerg,
                        "office@big-provider.example",
                        "Invoice 17 / Rechnung 17",
                        step(TraceStep.Kind.QUEUED, "office@big-provider.example", "", ""),
                        step(
                                TraceStep.Kind.DELAYED,
                                "office@big-provider.example",
                                "",
                                "451 4.7.1 Greylisted, please try again later")),
                of(
                        joerg,
                        "old.friend@example.org",
                        "Reunion",
                        step(TraceStep.Kind.QUEUED, "old.friend@example.org", "", ""),
                        step(
                                TraceStep.Kind.RETURNED,
                                "old.friend@example.org",
                                "",
                                "550 5.1.1 User unknown")),
                of("", joerg, "", step(TraceStep.Kind.DELIVERED, joerg, "INBOX", "")));
    }

    /** Fills a desk with something of everything. */
    public static void onto(FakeDesk desk) {
        desk.letters.addAll(all());
        desk.waiting.add(
                new WaitingLetter(
                        "20260507-0002",
                        "<7f3a@example.net>",
                        "joerg@mueller-family.example",
                        List.of("office@big-provider.example"),
                        "Invoice 17 / Rechnung 17",
                        NOON,
                        NOON.plus(Duration.ofMinutes(30)),
                        2,
                        "451 4.7.1 Greylisted, please try again later",
                        "mx1.big-provider.example"));
        household(desk);
        desk.bans.add(
                new Ban("203.0.113.77", Ban.Reason.LOGINS, NOON.plus(Duration.ofHours(4)), 12));
        desk.bans.add(
                new Ban(
                        "2001:db8:1:2::/64",
                        Ban.Reason.LETTERS,
                        NOON.plus(Duration.ofHours(1)),
                        1));
        desk.relayed.add(
                new RelayedDestination(
                        "big-provider.example",
                        "550 5.7.1 Home lines are not welcome here",
                        NOON.minus(Duration.ofDays(3)),
                        NOON.plus(Duration.ofDays(4))));
        desk.dkim =
                new DkimStatus(
                        new SigningStatus(
                                new SigningKeyStatus("ms2026", "MIIB", NOON),
                                new SigningKeyStatus("ms2027", "MIIC", NOON),
                                List.of(new RetiredKey("ms2025", NOON))),
                        false,
                        List.of(
                                entry("ms2026", DkimEntry.Publication.YES),
                                entry("ms2027", DkimEntry.Publication.NO)));
        desk.fetching =
                new CertificateFetching(
                        true,
                        false,
                        NOON.plus(Duration.ofDays(80)),
                        NOON.plus(Duration.ofDays(50)),
                        NOON,
                        null,
                        "",
                        null);
    }

    private static void household(FakeDesk desk) {
        desk.mailboxes =
                new Mailboxes(
                        List.of(
                                mailbox(
                                        "joerg",
                                        "Jörg Müller",
                                        4_700_000_000L,
                                        5_000_000_000L,
                                        NOON),
                                mailbox("bea", "Bea Müller", 310_000_000L, 0, null)));
        desk.devices.add(new AppPasswords.Device("Jörg’s phone", NOON));
        desk.devices.add(new AppPasswords.Device("Tablet", NOON));
    }

    private static Mailboxes.Mailbox mailbox(
            String user, String name, long bytes, long most, @Nullable Instant seen) {
        return new Mailboxes.Mailbox(
                user + "@mueller-family.example", name, true, bytes, most, true, seen);
    }

    /** Every configuration was another one than the one before. */
    public static History history(StationConfig... configs) {
        List<History.Past> past = new ArrayList<>();
        for (int i = 0; i < configs.length; i++) {
            past.addFirst(
                    new History.Past(
                            i + 1,
                            NOON.minus(Duration.ofDays(configs.length - i)),
                            i == configs.length - 1,
                            ConfigDiff.between(i == 0 ? null : configs[i - 1], configs[i]),
                            StationToml.write(configs[i])));
        }
        return new History(past);
    }

    private static DkimEntry entry(String selector, DkimEntry.Publication published) {
        String domain = "mueller-family.example";
        return new DkimEntry(
                domain, selector, selector + "._domainkey." + domain, "v=DKIM1; p=MIIB", published);
    }
}
