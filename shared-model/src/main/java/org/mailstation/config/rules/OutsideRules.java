package org.mailstation.config.rules;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Ddns;
import org.mailstation.config.Relay;
import org.mailstation.ddns.Catalogue;
import org.mailstation.ddns.Protocol;
import org.mailstation.ddns.Provider;
import org.mailstation.text.Text;

/** What others run for the station: the relay and the service for changing addresses. */
final class OutsideRules {
    private static final Catalogue PROVIDERS = Catalogue.ours();
    private static final int MAX_USER = 255;

    private OutsideRules() {}

    static void relay(Relay relay, Problems problems) {
        if (relay.use() != Relay.Use.NEVER || !relay.host().isEmpty()) {
            problems.add("relay.host", Names.objection(relay.host()));
        }
        if (relay.port() < 1 || relay.port() > 65_535) {
            problems.add("relay.port", "problem.range", relay.port(), 1, 65_535);
        }
        problems.add("relay.user", user(relay.user()));
    }

    static void ddns(Ddns ddns, Problems problems) {
        problems.add("ddns.user", user(ddns.user()));
        if (ddns.provider().isEmpty()) {
            if (!ddns.host().isEmpty()) {
                problems.add("ddns.provider", "problem.ddns.provider-missing", ddns.host());
            }
            return;
        }
        problems.add("ddns.host", Names.objection(ddns.host()));
        Provider provider = PROVIDERS.find(ddns.provider());
        if (provider == null) {
            problems.add("ddns.provider", "problem.ddns.provider", ddns.provider());
            return;
        }
        boolean byDns = provider.protocol() == Protocol.RFC2136;
        if (!provider.wantsServer()) {
            if (!ddns.server().isEmpty()) {
                problems.add("ddns.server", "problem.ddns.server-unused", ddns.provider());
            }
        } else if (byDns && !isNameServer(ddns.server())) {
            problems.add("ddns.server", "problem.ddns.name-server", ddns.server());
        } else if (!byDns && !isSecureUrl(ddns.server())) {
            problems.add("ddns.server", "problem.ddns.server", ddns.server());
        }
    }

    private static @Nullable Text user(String user) {
        return user.length() > MAX_USER || !Problems.visible(user)
                ? Problems.text("problem.user", user)
                : null;
    }

    /**
     * The password travels with every update: in clear at most to this computer itself, where
     * somebody may run a helper that speaks to his provider.
     */
    private static boolean isSecureUrl(String url) {
        URI uri = plain(url);
        return uri != null
                && ("https".equals(uri.getScheme())
                        || ("http".equals(uri.getScheme())
                                && uri.getHost().matches("127\\.0\\.0\\.1|\\[::1]|localhost")));
    }

    private static boolean isNameServer(String url) {
        URI uri = plain(url);
        return uri != null
                && "dns".equals(uri.getScheme())
                && uri.getPath().isEmpty()
                && uri.getQuery() == null;
    }

    /** An address with a host and without a login, or {@code null}. */
    private static @Nullable URI plain(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() == null || uri.getUserInfo() != null ? null : uri;
        } catch (IllegalArgumentException e) {
            return null; // not an address at all
        }
    }
}
