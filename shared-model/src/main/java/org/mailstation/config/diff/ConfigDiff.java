package org.mailstation.config.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Backup;
import org.mailstation.config.Ddns;
import org.mailstation.config.Incoming;
import org.mailstation.config.Network;
import org.mailstation.config.Notifications;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.Setup;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Storage;
import org.mailstation.config.Tls;
import org.mailstation.text.Text;

/** Compares configurations. */
public final class ConfigDiff {
    private ConfigDiff() {}

    /**
     * What becomes different, with what that means; empty exactly if the two are equal.
     *
     * @param from the running configuration, or {@code null} on a station that has none yet
     */
    public static List<Change> between(@Nullable StationConfig from, StationConfig to) {
        StationConfig before = from == null ? nothing() : from;
        Changes changes = new Changes();
        hostName(before, to, changes);
        domains(before, to, changes);
        MailboxDiff.accounts(before.accounts(), to.accounts(), changes);
        MailboxDiff.aliases(before.aliases(), to.aliases(), changes);
        OutsideDiff.relay(before.relay(), to.relay(), changes);
        PortDiff.ports(before, to, changes);
        OutsideDiff.network(before.network(), to.network(), changes);
        OutsideDiff.ddns(before.ddns(), to.ddns(), changes);
        tls(before.tls(), to, changes);
        storage(before.storage(), to.storage(), changes);
        notifications(before.notifications(), to.notifications(), changes);
        incoming(before.incoming(), to.incoming(), changes);
        flag("setup.serve", before.setup().serve(), to.setup().serve(), changes);
        changes.setting("setup.port", before.setup().port(), to.setup().port());
        backup(before.backup(), to.backup(), changes);
        return changes.list();
    }

    /** A station that does nothing. */
    private static StationConfig nothing() {
        Ports closed = Ports.STANDARD;
        for (Service service : Service.values()) {
            closed =
                    closed.with(
                            service,
                            new Port(
                                    service.standardPort(), service.standardPort(), Port.Open.OFF));
        }
        return new StationConfig(
                "",
                List.of(),
                List.of(),
                List.of(),
                Relay.NONE,
                closed,
                Network.USUAL,
                Ddns.NONE,
                Tls.SELF_SIGNED,
                Storage.DEFAULT,
                Notifications.NOBODY,
                Incoming.USUAL,
                Setup.CLOSED,
                Backup.NONE);
    }

    private static void hostName(StationConfig from, StationConfig to, Changes changes) {
        String name = to.hostName();
        if (from.hostName().equals(name)) {
            return;
        }
        List<Text> effects = new ArrayList<>();
        effects.add(
                to.network().address() == Network.Address.STATIC
                        ? Text.of("effect.dns.a", name)
                        : Text.of("effect.dns.follows", name));
        for (String domain : to.domains()) {
            if (from.domains().contains(domain)) { // a new one tells it itself
                effects.add(Text.of("effect.dns.mx", domain, name));
            }
        }
        effects.add(Text.of("effect.clients.host", name));
        boolean first = from.hostName().isEmpty();
        boolean nothingToCompare = first && to.tls().source() == Tls.Source.SELF_SIGNED;
        effects.add(nothingToCompare ? Text.of("effect.certificate.self-signed") : certificate(to));
        Text sentence =
                first
                        ? Text.of("change.host-name.first", name)
                        : Text.of("change.host-name", from.hostName(), name);
        changes.add("host-name", sentence, effects);
    }

    private static void domains(StationConfig from, StationConfig to, Changes changes) {
        for (String domain : to.domains()) {
            if (!from.domains().contains(domain)) {
                changes.add(
                        "domains",
                        Text.of("change.domain.added", domain),
                        Text.of("effect.dns.mx", domain, to.hostName()));
            }
        }
        for (String domain : from.domains()) {
            if (!to.domains().contains(domain)) {
                changes.add(
                        "domains",
                        Text.of("change.domain.removed", domain),
                        Text.of("effect.domain.refused", domain));
            }
        }
        order("domains", from.domains(), to.domains(), changes);
    }

    /** The same things in another order. */
    static void order(String field, List<String> from, List<String> to, Changes changes) {
        List<String> kept = from.stream().filter(to::contains).toList();
        List<String> now = to.stream().filter(from::contains).toList();
        if (!kept.equals(now)) {
            changes.add(field, Changes.sentence("change.order", now));
        }
    }

    private static void tls(Tls from, StationConfig config, Changes changes) {
        Tls to = config.tls();
        Text[] effects =
                to.source() == Tls.Source.SELF_SIGNED
                        ? new Text[] {
                            certificate(config), Text.of("effect.certificate.self-signed")
                        }
                        : new Text[] {certificate(config)};
        changes.setting("tls.source", from.source(), to.source(), effects);
        changes.setting(
                "tls.certificate-file",
                from.certificateFile(),
                to.certificateFile(),
                certificate(config));
        changes.setting("tls.key-file", from.keyFile(), to.keyFile(), certificate(config));
        changes.setting("tls.authority", from.authority(), to.authority(), certificate(config));
    }

    private static Text certificate(StationConfig config) {
        return config.tls().source() == Tls.Source.FILES
                ? Text.of("effect.certificate.files", config.hostName())
                : Text.of("effect.certificate.new", config.hostName());
    }

    private static void storage(Storage from, Storage to, Changes changes) {
        int letter = to.maxLetterMegabytes();
        changes.setting(
                "storage.max-letter-mb",
                from.maxLetterMegabytes(),
                letter,
                Text.of("effect.storage.letter", letter));
        int reserve = to.reserveMegabytes();
        changes.setting(
                "storage.reserve-mb",
                from.reserveMegabytes(),
                reserve,
                Text.of("effect.storage.reserve", reserve));
        changes.setting(
                "storage.warn-at",
                from.warnAt(),
                to.warnAt(),
                to.warnAt().isEmpty()
                        ? Text.of("effect.storage.warn-at.never")
                        : Text.of("effect.storage.warn-at"));
    }

    private static void incoming(Incoming from, Incoming to, Changes changes) {
        Text dmarc =
                switch (to.dmarc()) {
                    case APPLY -> Text.of("effect.incoming.dmarc.apply");
                    case NOTE -> Text.of("effect.incoming.dmarc.note");
                };
        changes.setting("incoming.dmarc", from.dmarc(), to.dmarc(), dmarc);
        flag("incoming.greylisting", from.greylisting(), to.greylisting(), changes);
        flag("incoming.learning", from.learning(), to.learning(), changes);
        changes.setting(
                "incoming.block-lists",
                from.blockLists(),
                to.blockLists(),
                to.blockLists().isEmpty()
                        ? Text.of("effect.incoming.block-lists.none")
                        : Text.of("effect.incoming.block-lists"));
    }

    private static void notifications(Notifications from, Notifications to, Changes changes) {
        changes.setting("notifications.address", from.address(), to.address());
        changes.setting("notifications.language", from.language(), to.language());
        flag("notifications.watch", from.watch(), to.watch(), changes);
        changes.setting("notifications.every", from.every(), to.every());
    }

    private static void backup(Backup from, Backup to, Changes changes) {
        Text place =
                to.to().isEmpty()
                        ? Text.of("effect.backup.none")
                        : Backup.isFolder(to.to())
                                ? Text.of("effect.backup.folder", to.to())
                                : Text.of("effect.backup.ssh", to.to());
        changes.setting("backup.to", from.to(), to.to(), place);
        changes.setting("backup.every", from.every(), to.every());
        boolean fewer = to.keep() > 0 && (from.keep() == 0 || to.keep() < from.keep());
        Text[] removed =
                fewer ? new Text[] {Text.of("effect.backup.keep", to.keep())} : new Text[0];
        changes.setting("backup.keep", from.keep(), to.keep(), removed);
    }

    private static void flag(String field, boolean from, boolean to, Changes changes) {
        if (from != to) {
            String way = field + (to ? ".on" : ".off");
            changes.add(field, Text.of("change." + way), Text.of("effect." + way));
        }
    }
}
