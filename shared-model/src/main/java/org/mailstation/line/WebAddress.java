package org.mailstation.line;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailstation.ddns.update.Web;
import org.mailstation.standing.Source;
import org.mailstation.standing.Told;

/** Pages that tell whoever asks his own address, one after the other until one does. */
public record WebAddress(Web web, List<URI> pages) implements AddressSource {
    /** Of nobody's provider. */
    public static final List<URI> NEUTRAL =
            List.of(
                    URI.create("https://api.ipify.org/"),
                    URI.create("https://ipv4.icanhazip.com/"));

    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.])");

    public WebAddress {
        pages = List.copyOf(pages);
    }

    @Override
    public Source source() {
        return Source.HTTP;
    }

    @Override
    public Told ask() {
        String why = "no page";
        for (URI page : pages) {
            switch (web.send(Web.Request.get(page))) {
                case Web.Answer.None(String reason) -> why = page.getHost() + ": " + reason;
                case Web.Answer.Reply(int status, String body) -> {
                    Optional<Inet4Address> found = status == 200 ? find(body) : Optional.empty();
                    if (found.isPresent()) {
                        return new Told.Address(Source.HTTP, found.get());
                    }
                    why = page.getHost() + ": no address in the answer (HTTP " + status + ")";
                }
            }
        }
        return new Told.Nothing(Source.HTTP, why);
    }

    private static Optional<Inet4Address> find(String body) {
        Matcher match = ADDRESS.matcher(body);
        if (!match.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of((Inet4Address) InetAddress.ofLiteral(match.group()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty(); // 999.1.1.1
        }
    }
}
