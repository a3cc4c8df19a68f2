package org.mailstation.desktop.discovery;

import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one answer told of a device. Empty texts and sets: not told.
 *
 * @param kind {@code null}: it did not say what it is
 * @param ruledOut it said that it is something on which nothing can be installed: a router, a
 *     camera
 * @param sshPort where it says that SSH answers; 0: it did not say
 */
record Sighting(
        Channel channel,
        @Nullable Kind kind,
        boolean ruledOut,
        String name,
        String model,
        String system,
        String serial,
        Set<String> macs,
        List<InetAddress> addresses,
        int sshPort) {

    Sighting {
        name = Plain.text(name);
        model = Plain.text(model);
        system = Plain.text(system);
        serial = Plain.text(serial);
        macs = Set.copyOf(macs);
        addresses = List.copyOf(new LinkedHashSet<>(addresses));
    }

    /** Somebody answered from this address, and more is not known. */
    static Sighting at(Channel channel, InetAddress address) {
        return new Sighting(channel, null, false, "", "", "", "", Set.of(), List.of(address), 0);
    }

    Sighting kind(@Nullable Kind now) {
        return new Sighting(
                channel, now, ruledOut, name, model, system, serial, macs, addresses, sshPort);
    }

    Sighting ruledOut(boolean now) {
        return new Sighting(
                channel, kind, now, name, model, system, serial, macs, addresses, sshPort);
    }

    Sighting named(String now) {
        return new Sighting(
                channel, kind, ruledOut, now, model, system, serial, macs, addresses, sshPort);
    }

    Sighting model(String now) {
        return new Sighting(
                channel, kind, ruledOut, name, now, system, serial, macs, addresses, sshPort);
    }

    Sighting system(String now) {
        return new Sighting(
                channel, kind, ruledOut, name, model, now, serial, macs, addresses, sshPort);
    }

    Sighting serial(String now) {
        return new Sighting(
                channel, kind, ruledOut, name, model, system, now, macs, addresses, sshPort);
    }

    Sighting macs(Set<String> now) {
        return new Sighting(
                channel, kind, ruledOut, name, model, system, serial, now, addresses, sshPort);
    }

    Sighting at(List<InetAddress> now) {
        return new Sighting(
                channel, kind, ruledOut, name, model, system, serial, macs, now, sshPort);
    }

    Sighting sshPort(int now) {
        return new Sighting(
                channel, kind, ruledOut, name, model, system, serial, macs, addresses, now);
    }
}
