package org.mailstation.config.rules;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Ddns;
import org.mailstation.config.Relay;
import org.mailstation.text.Text;

/** What others run for the station: the relay and the service for changing addresses. */
final class OutsideRules {
    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9.-]{0,40}");
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
        if (!PROVIDER.matcher(ddns.provider()).matches()) {
            problems.add("ddns.provider", "problem.ddns.provider", ddns.provider());
        }
        problems.add("ddns.host", Names.objection(ddns.host()));
        boolean custom = ddns.provider().equals("custom");
        if (custom && !isSecureUrl(ddns.server())) {
            problems.add("ddns.server", "problem.ddns.server", ddns.server());
        } else if (!custom && !ddns.server().isEmpty()) {
            problems.add("ddns.server", "problem.ddns.server-unused", ddns.provider());
        }
    }

    private static @Nullable Text user(String user) {
        return user.length() > MAX_USER || !Problems.visible(user)
                ? Problems.text("problem.user", user)
                : null;
    }

    /** The password travels with every update. */
    private static boolean isSecureUrl(String url) {
        try {
            URI uri = URI.create(url);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false; // not an address at all
        }
    }
}
