package org.mailstation.config.diff;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.config.Network;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.text.Text;

/** Listeners, and what the router must do for them. */
final class PortDiff {
    private PortDiff() {}

    static void ports(StationConfig from, StationConfig to, Changes changes) {
        boolean router = to.network().line() == Network.Line.BEHIND_ROUTER;
        for (Service service : Service.values()) {
            Port before = from.ports().of(service);
            Port after = to.ports().of(service);
            String field = "ports." + service.key();
            if (before.open() != after.open()) {
                changes.add(
                        field + ".open",
                        Changes.sentence("change.ports.open." + key(after.open()), service.key()),
                        opened(service, before, after, router));
            }
            if (before.number() != after.number()) {
                changes.add(
                        field + ".port",
                        Text.of(
                                "change.ports.port",
                                service.key(),
                                before.number(),
                                after.number()),
                        moved(service, before, after, router));
            }
            if (before.external() != after.external()) {
                changes.add(
                        field + ".external",
                        Text.of(
                                "change.ports.external",
                                service.key(),
                                before.external(),
                                after.external()),
                        movedOutside(service, after, router));
            }
        }
    }

    private static String key(Port.Open open) {
        return switch (open) {
            case OFF -> "off";
            case LAN -> "lan";
            case INTERNET -> "internet";
        };
    }

    private static List<Text> opened(Service service, Port before, Port after, boolean router) {
        List<Text> effects = new ArrayList<>();
        if (after.open() == Port.Open.OFF) {
            effects.add(Text.of("effect.listener.closes", service.key()));
        }
        if (after.open() == Port.Open.INTERNET && router) {
            effects.add(mapping(after));
        }
        if (before.open() == Port.Open.INTERNET && router) {
            effects.add(Text.of("effect.router.unmap", before.external()));
        }
        if (before.open() == Port.Open.INTERNET && service == Service.SMTP) {
            effects.add(Text.of("effect.smtp.unreachable"));
        }
        return effects;
    }

    private static List<Text> moved(Service service, Port before, Port after, boolean router) {
        List<Text> effects = new ArrayList<>();
        if (after.open() == Port.Open.OFF) {
            return effects; // nobody listens, nobody notices
        }
        if (before.open() != Port.Open.OFF) {
            effects.add(Text.of("effect.listener.restarts", service.key()));
        }
        if (service != Service.SMTP) {
            effects.add(
                    after.number() == 0
                            ? Text.of("effect.clients.any", service.key())
                            : Text.of("effect.clients.port", service.key(), after.number()));
        }
        if (after.open() == Port.Open.INTERNET && router) {
            effects.add(mapping(after));
        }
        return effects;
    }

    private static List<Text> movedOutside(Service service, Port after, boolean router) {
        List<Text> effects = new ArrayList<>();
        if (after.open() != Port.Open.INTERNET || !router) {
            return effects; // no router leads there
        }
        effects.add(mapping(after));
        if (service != Service.SMTP) {
            effects.add(Text.of("effect.clients.outside", service.key(), after.external()));
        } else if (after.external() != service.standardPort()) {
            effects.add(Text.of("effect.smtp.only-25"));
        }
        return effects;
    }

    private static Text mapping(Port port) {
        return port.number() == 0
                ? Text.of("effect.router.map-any", port.external())
                : Text.of("effect.router.map", port.external(), port.number());
    }
}
