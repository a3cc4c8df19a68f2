package org.mailstation.standing;

import java.net.Inet4Address;

/** What one source said about the IPv4 address of the line. */
public sealed interface Told {
    Source source();

    /** It named this address. */
    record Address(Source source, Inet4Address address) implements Told {}

    /** It said that there is none, as a router without IPv4 does. */
    record None(Source source) implements Told {}

    /** It could not be asked, or gave no answer: that says nothing about the line. */
    record Nothing(Source source, String why) implements Told {}

    /** What was told in technical words, for logs and as evidence. */
    default String technically() {
        return switch (this) {
            case Address(Source source, Inet4Address address) ->
                    source + " " + address.getHostAddress();
            case None(Source source) -> source + " has none";
            case Nothing(Source source, String why) -> source + " did not say: " + why;
        };
    }
}
