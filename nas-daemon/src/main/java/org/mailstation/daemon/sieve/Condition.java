package org.mailstation.daemon.sieve;

import java.util.List;

/** What a script asks about a letter. */
sealed interface Condition {
    record Always(boolean holds) implements Condition {}

    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of) implements Condition {}

    record Exists(List<String> headers) implements Condition {
        public Exists {
            headers = List.copyOf(headers);
        }
    }

    record Size(boolean over, long octets) implements Condition {}

    record Header(List<String> names, Match match) implements Condition {
        public Header {
            names = List.copyOf(names);
        }
    }

    /**
     * @param names fields of the header, or {@code from} and {@code to} of the envelope
     */
    record Addresses(boolean envelope, List<String> names, Part part, Match match)
            implements Condition {
        public Addresses {
            names = List.copyOf(names);
        }
    }

    /** RFC 5228 2.7.4 and RFC 5233 3. */
    enum Part {
        ALL,
        LOCAL,
        DOMAIN,
        USER,
        DETAIL
    }

    record Body(boolean raw, Match match) implements Condition {}

    record HasFlag(Match match) implements Condition {}
}
