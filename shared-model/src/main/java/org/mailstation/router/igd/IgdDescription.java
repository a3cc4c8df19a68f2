package org.mailstation.router.igd;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailstation.lan.Element;

/**
 * How a router describes itself; UPnP Device Architecture 1.1, 2.3. Addresses that lead to another
 * machine than the one that gave the description are left out.
 *
 * @param name as a person would know it
 * @param page its settings in a browser, or {@code null}
 * @param services with what can be asked of them, in the order of the description
 */
record IgdDescription(String name, @Nullable URI page, List<Service> services) {
    /**
     * A service.
     *
     * @param type for example {@code urn:schemas-upnp-org:service:WANIPConnection:1}
     * @param control where its actions are called
     */
    record Service(String type, URI control) {}

    IgdDescription {
        services = List.copyOf(services);
    }

    /** Empty if it cannot be read, or is not that of a router. */
    static Optional<IgdDescription> parse(byte[] xml, URI location) {
        return Element.parse(xml).flatMap(root -> read(root, location));
    }

    private static Optional<IgdDescription> read(Element root, URI location) {
        Element device = root.child("device").orElse(null);
        if (device == null || !device.textOf("deviceType").contains(":InternetGatewayDevice:")) {
            return Optional.empty();
        }
        URI base = resolve(location, root.textOf("URLBase")).orElse(location);
        List<Service> services =
                device.all("service").flatMap(one -> service(one, base).stream()).toList();
        URI page = resolve(base, device.textOf("presentationURL")).orElse(null);
        return Optional.of(new IgdDescription(name(device), page, services));
    }

    private static Optional<Service> service(Element service, URI base) {
        return resolve(base, service.textOf("controlURL"))
                .map(control -> new Service(service.textOf("serviceType"), control));
    }

    private static String name(Element device) {
        String name = device.textOf("friendlyName");
        String maker = device.textOf("manufacturer");
        String model = device.textOf("modelName");
        return Soap.oneLine(name.isEmpty() ? (maker + " " + model).strip() : name);
    }

    private static Optional<URI> resolve(URI base, String reference) {
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = base.resolve(reference);
            return "http".equals(uri.getScheme())
                            && uri.getRawUserInfo() == null
                            && String.valueOf(base.getHost()).equals(uri.getHost())
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not an address, so not one to call
        }
    }
}
