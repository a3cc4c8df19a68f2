package org.mailstation.desktop.discovery;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailstation.lan.Element;

/**
 * How a device describes itself in XML; UPnP Device Architecture 1.1, 2.3. Only the root device is
 * read.
 *
 * @param values texts of the root device's elements, by their names
 */
record Description(Map<String, String> values) {
    /** {@code DS216+II 6.2-25426}. */
    private static final Pattern MODEL_AND_VERSION = Pattern.compile("(.+) (\\d+(?:\\.\\d+)+\\S*)");

    private static final Set<String> NAMES =
            Set.of(
                    "deviceType",
                    "manufacturer",
                    "friendlyName",
                    "modelName",
                    "modelNumber",
                    "serialNumber");

    Description {
        values = Map.copyOf(values);
    }

    /** Empty if it is not well-formed, brings its own grammar, or nests beyond reason. */
    static Optional<Description> parse(byte[] xml) {
        return Element.parse(xml).flatMap(Description::ofRootDevice);
    }

    /** A text that holds more elements is none. */
    private static Optional<Description> ofRootDevice(Element root) {
        Map<String, String> values = new HashMap<>();
        for (Element value : root.child("device").map(Element::children).orElse(List.of())) {
            if (NAMES.contains(value.name())) {
                if (!value.children().isEmpty()) {
                    return Optional.empty();
                }
                values.putIfAbsent(value.name(), value.text());
            }
        }
        return Optional.of(new Description(values));
    }

    /** What it adds to what is known of the device that it came from. */
    Sighting addTo(Sighting sighting) {
        String manufacturer = value("manufacturer").toLowerCase(Locale.ROOT);
        String type = value("deviceType");
        if (manufacturer.startsWith("synology")) {
            boolean nas = type.contains(":Basic:") || type.contains(":MediaServer:");
            return nas ? synology(sighting) : sighting.kind(null).ruledOut(true);
        }
        if (manufacturer.startsWith("qnap")) {
            return sighting.kind(Kind.QNAP).named(value("friendlyName")).model(value("modelName"));
        }
        boolean noNas =
                type.contains(":InternetGatewayDevice:")
                        || type.contains(":MediaRenderer:")
                        || type.contains(":Printer:");
        return sighting.ruledOut(noNas);
    }

    private Sighting synology(Sighting sighting) {
        Matcher both = MODEL_AND_VERSION.matcher(value("modelNumber"));
        String model = both.matches() ? both.group(1) : value("modelNumber");
        String name = value("friendlyName");
        String suffix = " (" + model + ")";
        return sighting.kind(Kind.SYNOLOGY)
                .named(
                        name.endsWith(suffix)
                                ? name.substring(0, name.length() - suffix.length())
                                : name)
                .model(model)
                .system(both.matches() ? "DSM " + both.group(2) : "")
                // not the serial number on the box, but the address of the card that answered
                .macs(Plain.mac(value("serialNumber")).map(Set::of).orElse(Set.of()));
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }
}
