package org.mailstation.ddns.update;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailstation.ddns.Provider;

/** Puts TXT records at a provider. */
public interface TextClient {
    /** Puts it beside what stands there, and waits for the answer, for a limited time. */
    Outcome put(TextNote note);

    /** Takes it away again. */
    Outcome remove(TextNote note);

    /**
     * The client for a provider, or {@code null} if it knows addresses only.
     *
     * @param patience for a question by DNS
     */
    static @Nullable TextClient of(Provider provider, Web web, Duration patience) {
        return switch (provider.protocol()) {
            case RFC2136 -> new DnsTextUpdate(patience);
            case DUCKDNS -> new DuckDnsText(web);
            case CLOUDFLARE -> new CloudflareText(web);
            // only deSEC has one besides the old protocol
            case DYNDNS2 -> provider.text().text().isEmpty() ? null : new DesecText(web);
            case TWODNS, FREEDNS -> null;
        };
    }
}
