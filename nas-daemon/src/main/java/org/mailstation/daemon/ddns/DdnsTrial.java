package org.mailstation.daemon.ddns;

import java.time.Instant;
import org.mailstation.control.DdnsTried;
import org.mailstation.text.Text;

/** What a trial of a DDNS login has shown, for the person who wanted to know. */
final class DdnsTrial {
    private DdnsTrial() {}

    /**
     * @param memory what the provider answered last, to these settings
     */
    static DdnsTried of(DdnsMemory memory, DdnsSettings settings, Instant now) {
        String provider = settings.provider().name();
        Instant published = memory.publishedAt();
        Instant notBefore = memory.notBefore();
        return switch (memory.trouble()) {
            case NONE ->
                    published == null
                            ? new DdnsTried.CouldNotTell(
                                    Text.of("ddns.no-address", settings.host()))
                            : new DdnsTried.Works(memory.published(), published);
            case REFUSED ->
                    new DdnsTried.Refused(DdnsFindings.refusal(memory, provider, settings.host()));
            case PROVIDER ->
                    new DdnsTried.TryLater(
                            Text.of("ddns.provider-trouble", provider, settings.host()),
                            notBefore == null ? now : notBefore);
            case NO_ANSWER ->
                    new DdnsTried.CouldNotTell(
                            Text.of("ddns.no-answer", provider, settings.host()));
        };
    }
}
