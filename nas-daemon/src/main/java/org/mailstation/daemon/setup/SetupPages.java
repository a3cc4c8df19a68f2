package org.mailstation.daemon.setup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mailstation.clients.Autoconfig;
import org.mailstation.clients.Autodiscover;
import org.mailstation.clients.ClientSettings;
import org.mailstation.config.StationConfig;

/**
 * What the web server says. Nothing of it depends on which mailboxes there are, only on the domain
 * of the address that is asked about.
 */
record SetupPages(StationConfig config, ClientDesk desk) {
    private static final String XML = "application/xml; charset=utf-8";
    private static final int LONGEST_ADDRESS = 254;

    /** An answer. */
    record Page(int status, String mediaType, byte[] content) {
        static final Page MISSING = text(404, "There is nothing here.\n");
        static final Page WRONG = text(400, "This cannot be understood.\n");

        static Page text(int status, String words) {
            return new Page(
                    status, "text/plain; charset=utf-8", words.getBytes(StandardCharsets.US_ASCII));
        }

        static Page xml(String text) {
            return new Page(200, XML, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * @param path in any case, since Outlook spells it in several ways
     * @param query without its question mark; may be empty
     * @param host that was asked for, as {@code autoconfig.example.org}
     * @param body of a POST
     */
    Page answer(String method, String path, String query, String host, String body) {
        String place = path.toLowerCase(Locale.ROOT);
        boolean get = method.equals("GET");
        return switch (place) {
            case "/mail/config-v1.1.xml", "/.well-known/autoconfig/mail/config-v1.1.xml" ->
                    get ? autoconfig(parameter(query, "emailaddress"), host) : Page.WRONG;
            case "/autodiscover/autodiscover.xml" ->
                    method.equals("POST") ? autodiscover(body) : Page.WRONG;
            case "/mobileconfig" -> get ? profile(parameter(query, "email")) : Page.WRONG;
            default -> Page.MISSING;
        };
    }

    private Page autoconfig(String address, String host) {
        String asked =
                address.isEmpty()
                        ? host.replaceFirst("^(autoconfig|autodiscover)\\.", "")
                        : ClientDesk.domain(address);
        String domain = asked.toLowerCase(Locale.ROOT);
        String ours = config.domains().contains(domain) ? domain : config.domains().getFirst();
        boolean foreign = !address.isEmpty() && !ours.equals(domain);
        return foreign
                ? Page.MISSING
                : Page.xml(Autoconfig.of(ClientSettings.of(config, ours, false)));
    }

    private Page autodiscover(String body) {
        Optional<String> address = Autodiscover.address(body);
        return address.isEmpty()
                ? Page.WRONG
                : settings(address.get())
                        .map(ours -> Page.xml(Autodiscover.of(ours, address.get())))
                        .orElse(Page.MISSING);
    }

    private Page profile(String address) {
        return settings(address)
                .filter(ClientSettings::complete)
                .map(
                        ours ->
                                new Page(
                                        200,
                                        "application/x-apple-aspen-config",
                                        desk.profile(ours, address)))
                .orElse(Page.MISSING);
    }

    /** For an address that could be one of ours. */
    private Optional<ClientSettings> settings(String address) {
        String domain = ClientDesk.domain(address).toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST_ADDRESS
                        && address.matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]+")
                        && config.domains().contains(domain)
                ? Optional.of(ClientSettings.of(config, domain, false))
                : Optional.empty();
    }

    /** The value of one parameter; empty if it is not there, or badly made. */
    private static String parameter(String query, String name) {
        return Arrays.stream(query.split("&", -1))
                .filter(one -> one.startsWith(name + "="))
                .map(one -> decoded(one.substring(name.length() + 1)))
                .findFirst()
                .orElse("");
    }

    private static String decoded(String text) {
        try {
            // an address may hold a plus sign, which a form would take for a blank
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
