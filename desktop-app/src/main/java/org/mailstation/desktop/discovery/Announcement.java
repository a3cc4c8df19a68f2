package org.mailstation.desktop.discovery;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what a device tells of itself beside a service, as RFC 6763 6 lays it out. */
final class Announcement {
    private static final String QNAP_SERVICE = "_qdiscover";
    private static final String DEVICE_INFO = "_device-info";
    private static final Set<String> NO_NAS = Set.of("macbook", "macmini", "imac");

    private Announcement() {}

    /**
     * @param service first label of the service type, for example {@code _http}
     * @param strings those of the TXT record
     */
    static Sighting addTo(Sighting sighting, String service, List<byte[]> strings) {
        Map<String, String> told = told(strings, service.equals(QNAP_SERVICE));
        if (told.getOrDefault("vendor", "").startsWith("Synology")) {
            return synology(sighting, told);
        }
        if (service.equals(QNAP_SERVICE)) {
            return qnap(sighting, told);
        }
        if (service.equals(DEVICE_INFO)) {
            String model = told.getOrDefault("model", "").toLowerCase(Locale.ROOT);
            // Samba and TrueNAS call themselves Xserve, MacPro or RackMac to get a nicer icon
            return sighting.ruledOut(
                    sighting.ruledOut() || NO_NAS.stream().anyMatch(model::startsWith));
        }
        return sighting;
    }

    /** Two systems that say nothing of themselves, but whose host name is theirs until changed. */
    static Sighting fromName(Sighting sighting) {
        if (sighting.kind() != null) {
            return sighting;
        }
        return switch (sighting.name().toLowerCase(Locale.ROOT)) {
            case "truenas" -> sighting.kind(Kind.TRUENAS);
            case "openmediavault" -> sighting.kind(Kind.OPENMEDIAVAULT);
            default -> sighting;
        };
    }

    private static Sighting synology(Sighting sighting, Map<String, String> told) {
        String major = told.getOrDefault("version_major", "");
        String minor = told.getOrDefault("version_minor", "");
        String build = told.getOrDefault("version_build", "");
        Set<String> macs = new LinkedHashSet<>(sighting.macs());
        for (String mac : told.getOrDefault("mac_address", "").split("\\|", -1)) {
            Plain.mac(mac).ifPresent(macs::add);
        }
        String version =
                (minor.isEmpty() ? major : major + "." + minor)
                        + (build.isEmpty() ? "" : "-" + build);
        return sighting.kind(Kind.SYNOLOGY)
                .model(told.getOrDefault("model", ""))
                .serial(told.getOrDefault("serial", ""))
                .system(major.isEmpty() ? "" : "DSM " + version)
                .macs(macs);
    }

    private static Sighting qnap(Sighting sighting, Map<String, String> told) {
        String version = told.getOrDefault("fwver", "");
        String build = told.getOrDefault("fwbuildnum", "");
        return sighting.kind(Kind.QNAP)
                .model(told.getOrDefault("displaymodel", told.getOrDefault("model", "")))
                .serial(told.getOrDefault("serialnum", ""))
                .system(build.isEmpty() ? version : version + " (" + build + ")");
    }

    /** Keys in lower case; of a key that occurs twice the first counts (RFC 6763 6.4). */
    private static Map<String, String> told(List<byte[]> strings, boolean commaSeparated) {
        Map<String, String> told = new HashMap<>();
        for (byte[] bytes : strings) {
            String string = new String(bytes, StandardCharsets.UTF_8);
            String[] pairs = commaSeparated ? string.split(",") : new String[] {string};
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    String key = pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                    told.putIfAbsent(key, pair.substring(equals + 1).strip());
                }
            }
        }
        return told;
    }
}
