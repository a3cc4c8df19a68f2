package org.mailstation.daemon.check;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.mailstation.check.Scene;
import org.mailstation.daemon.box.Box;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/**
 * Does the NAS keep its address at home? The router leads letters to an address. One that is set by
 * hand stays; whether the router always gives the same one, it does not tell.
 */
final class AddressKindCheck extends NasCheck {
    private final Box box;

    AddressKindCheck(Box box) {
        super("address", Hop.NAS);
        this.box = box;
    }

    @Override
    public List<Finding> look(Scene scene) {
        InetAddress home = scene.identity().home();
        if (home == null) {
            return List.of();
        }
        String address = home.getHostAddress();
        boolean byHand = isSetByHand(address);
        String answered = byHand ? "set by hand" : "not set by hand in a file that we know";
        return List.of(
                byHand
                        ? seen(scene, "how " + address + " is set", answered)
                                .pass(Text.of("address.fixed", address))
                        : seen(scene, "how " + address + " is set", answered)
                                .unknown(
                                        Severity.INFORMATION,
                                        Text.of("address.unknown", address),
                                        new Remedy.RouterStep(Text.of("address.remedy", address))));
    }

    /** Debian's file, and DSM's one for each interface. */
    private boolean isSetByHand(String address) {
        boolean debian =
                box.lines("etc/network/interfaces").stream()
                        .map(String::strip)
                        .anyMatch(
                                line ->
                                        line.equals("address " + address)
                                                || line.startsWith("address " + address + "/"));
        return debian
                || List.of("eth0", "eth1", "ovs_eth0", "bond0").stream()
                        .anyMatch(card -> dsm(card, address));
    }

    private boolean dsm(String card, String address) {
        List<String> lines =
                box.lines("etc/sysconfig/network-scripts/ifcfg-" + card).stream()
                        .map(line -> line.strip().replace("\"", "").toLowerCase(Locale.ROOT))
                        .toList();
        return lines.contains("bootproto=static") && lines.contains("ipaddr=" + address);
    }
}
