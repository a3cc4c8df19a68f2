package org.mailstation.desktop.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Ddns;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.config.rules.ConfigRules;
import org.mailstation.control.Secret;
import org.mailstation.ddns.Catalogue;
import org.mailstation.ddns.Provider;
import org.mailstation.text.Text;

/**
 * The form of the name that follows the changing address, as it is being typed.
 *
 * @param provider id in the catalogue; empty: none
 * @param secret password or token; empty: the one that the station has already
 */
public record NameDraft(String provider, String host, String user, String server, Secret secret) {

    public static final NameDraft EMPTY = new NameDraft("", "", "", "", new Secret(""));

    /** Where {@link #problems} puts what is wrong with the secret. */
    public static final String SECRET = "ddns.secret";

    private static final Catalogue PROVIDERS = Catalogue.ours();

    /** What a configuration says. */
    public static NameDraft of(Ddns ddns) {
        return new NameDraft(
                ddns.provider(), ddns.host(), ddns.user(), ddns.server(), new Secret(""));
    }

    /** The providers to choose from, in the order in which people shall see them. */
    public static List<Provider> providers() {
        return PROVIDERS.providers();
    }

    public NameDraft withProvider(String id) {
        return new NameDraft(id, host, user, server, secret);
    }

    public NameDraft withHost(String typed) {
        return new NameDraft(provider, typed, user, server, secret);
    }

    public NameDraft withUser(String typed) {
        return new NameDraft(provider, host, typed, server, secret);
    }

    public NameDraft withServer(String typed) {
        return new NameDraft(provider, host, user, typed, secret);
    }

    public NameDraft withSecret(String typed) {
        return new NameDraft(provider, host, user, server, new Secret(typed));
    }

    /** The provider that is chosen, or {@code null}. */
    public @Nullable Provider chosen() {
        return PROVIDERS.find(provider);
    }

    public boolean hasSecret() {
        return !secret.reveal().isEmpty();
    }

    /** As the configuration holds it; fields that the provider does not know are left out. */
    public Ddns ddns() {
        Provider chosen = chosen();
        if (chosen == null) {
            return Ddns.NONE;
        }
        boolean login = chosen.login() != Provider.Login.NONE;
        return new Ddns(
                provider,
                host.strip().toLowerCase(Locale.ROOT),
                login ? user.strip() : "",
                chosen.wantsServer() ? server.strip() : "");
    }

    /** What is wrong with it, by field, if it is to replace what the station runs. */
    public List<Problem> problems(StationConfig running) {
        List<Problem> problems = new ArrayList<>();
        if (provider.isEmpty()) {
            problems.add(new Problem("ddns.provider", 0, Text.of("flow.name.no-provider")));
            return problems;
        }
        ConfigRules.problems(running.withDdns(ddns())).stream()
                .filter(problem -> problem.field().startsWith("ddns."))
                .forEach(problems::add);
        boolean another = !provider.equals(running.ddns().provider());
        if (another && !hasSecret()) {
            // the station's old one must not be shown to somebody else
            problems.add(new Problem(SECRET, 0, Text.of("flow.name.no-secret")));
        }
        return problems;
    }
}
