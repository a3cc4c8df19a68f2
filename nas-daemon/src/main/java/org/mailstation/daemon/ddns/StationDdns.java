package org.mailstation.daemon.ddns;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Ddns;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Secret;
import org.mailstation.control.TryDdns;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.daemon.forwarding.LocalHome;
import org.mailstation.ddns.Catalogue;
import org.mailstation.ddns.Provider;
import org.mailstation.ddns.update.DdnsClient;
import org.mailstation.ddns.update.DdnsClients;
import org.mailstation.ddns.update.JdkWeb;
import org.mailstation.line.AddressSource;
import org.mailstation.line.DnsAddress;
import org.mailstation.line.LineAddress;
import org.mailstation.line.Remembered;
import org.mailstation.line.RouterAddress;
import org.mailstation.line.StunAddress;
import org.mailstation.line.WebAddress;
import org.mailstation.router.pcp.Nonce;
import org.mailstation.router.stun.Stun;
import org.mailstation.standing.Source;
import org.mailstation.standing.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the updater together with this computer's own network and the real providers. */
public final class StationDdns {
    private static final Logger LOG = LoggerFactory.getLogger(StationDdns.class);
    private static final Duration WEB_PATIENCE = Duration.ofSeconds(30);
    private static final Duration DNS_PATIENCE = Duration.ofSeconds(5);

    private StationDdns() {}

    /** A secret that may not be there, or cannot be read. */
    public interface Secrets {
        @Nullable Secret read(String name) throws IOException;
    }

    /**
     * An updater that is not started yet.
     *
     * @param config the running one, or {@code null}
     * @param six the home's way in by IPv6
     * @param file where it remembers
     * @param version of this program
     */
    public static DdnsUpdater updater(
            Supplier<@Nullable StationConfig> config,
            Secrets secrets,
            HomeSix six,
            Path file,
            String version,
            Clock clock,
            Timer timer) {
        Catalogue catalogue = Catalogue.ours();
        Supplier<@Nullable DdnsSettings> wanted = () -> settings(config.get(), secrets, catalogue);
        return new DdnsUpdater(
                wanted,
                line(wanted, version, clock)::look,
                six,
                settings -> client(settings, version),
                file,
                new DsmDdns(DsmDdns.USUAL),
                clock,
                timer);
    }

    static @Nullable DdnsSettings settings(
            @Nullable StationConfig config, Secrets secrets, Catalogue catalogue) {
        if (config == null || config.ddns().provider().isEmpty()) {
            return null;
        }
        Ddns ddns = config.ddns();
        Provider provider = catalogue.find(ddns.provider());
        if (provider == null) {
            return null; // the rules of the configuration do not let this happen
        }
        Secret secret = null;
        try {
            secret = secrets.read("ddns");
        } catch (IOException unreadable) {
            LOG.warn("The DDNS secret cannot be read: as if there were none", unreadable);
        }
        return new DdnsSettings(
                provider,
                ddns.host(),
                ddns.user(),
                ddns.server(),
                secret,
                config.domains().getFirst());
    }

    /** Settings that somebody types, with the station's own secret where none was typed. */
    public static @Nullable DdnsSettings typed(TryDdns typed, @Nullable DdnsSettings running) {
        Provider provider = Catalogue.ours().find(typed.provider());
        if (provider == null) {
            return null;
        }
        boolean known = running != null && running.provider().id().equals(provider.id());
        Secret ours = known && running != null ? running.secret() : null;
        return new DdnsSettings(
                provider,
                typed.host(),
                typed.user(),
                typed.server(),
                typed.secret().reveal().isEmpty() ? ours : typed.secret(),
                running == null ? typed.host() : running.domain());
    }

    private static DdnsClient client(DdnsSettings settings, String version) {
        return DdnsClients.of(
                settings.provider().protocol(),
                new JdkWeb(agent(settings.domain(), version), WEB_PATIENCE),
                DNS_PATIENCE);
    }

    /** As No-IP wants it: company, program, system and version, and whom to write to. */
    static String agent(String domain, String version) {
        return "MailStation mailstationd/Linux-" + version + " postmaster@" + domain;
    }

    private static LineAddress line(
            Supplier<@Nullable DdnsSettings> wanted, String version, Clock clock) {
        LocalHome home = new LocalHome(Nonce.random(new SecureRandom()));
        AddressSource router = new RouterAddress(() -> home.search(home.place()).mappers(), clock);
        AddressSource stun = new StunAddress(new Stun(new SecureRandom(), Stun.USUAL));
        AddressSource web =
                new AddressSource() {
                    @Override
                    public Source source() {
                        return Source.HTTP;
                    }

                    @Override
                    public Told ask() {
                        return pages(wanted.get(), version).ask();
                    }
                };
        AddressSource dns = new DnsAddress(DnsAddress.PUBLIC, DNS_PATIENCE);
        return new LineAddress(
                List.of(router, stun),
                List.of(
                        new Remembered(web, Remembered.POLITE, clock),
                        new Remembered(dns, Remembered.POLITE, clock)),
                LineAddress::ofThisComputer);
    }

    /** The provider's own page first, where it has one over TLS. */
    static WebAddress pages(@Nullable DdnsSettings settings, String version) {
        List<URI> pages = new ArrayList<>(WebAddress.NEUTRAL);
        if (settings != null && settings.provider().check().startsWith("https://")) {
            pages.addFirst(URI.create(settings.provider().check()));
        }
        String domain = settings == null ? "invalid" : settings.domain();
        return new WebAddress(new JdkWeb(agent(domain, version), DNS_PATIENCE), pages);
    }
}
