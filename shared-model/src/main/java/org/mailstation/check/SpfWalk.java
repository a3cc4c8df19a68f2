package org.mailstation.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.RecordType;
import org.mailstation.records.SpfTerms;

/** Goes through everything that an SPF record leads to, and counts (RFC 7208 4.6.4). */
final class SpfWalk {
    /** RFC 7208 4.6.4: more questions to the DNS make the record invalid. */
    static final int MOST_LOOKUPS = 10;

    /** The same for questions that lead to nothing. */
    static final int MOST_VOIDS = 2;

    private final PublicNames names;
    private final Set<String> terms = new HashSet<>();
    private int lookups;
    private int voids;
    private boolean told = true;

    private SpfWalk(PublicNames names) {
        this.names = names;
    }

    static SpfWalk of(PublicNames names, String domain, String record) throws InterruptedException {
        SpfWalk walk = new SpfWalk(names);
        walk.go(domain, record);
        return walk;
    }

    boolean tooMany() {
        return lookups > MOST_LOOKUPS;
    }

    boolean tooManyVoids() {
        return voids > MOST_VOIDS;
    }

    /** Whether every question was answered. */
    boolean told() {
        return told;
    }

    /**
     * Whether a term is there at any depth that lets pass: {@code include:_spf.example.net}, or one
     * that names the domain or something in it.
     */
    boolean names(String term, String domain) {
        return terms.stream()
                .anyMatch(
                        one ->
                                one.equalsIgnoreCase(term)
                                        || one.endsWith(":" + domain)
                                        || one.endsWith("." + domain));
    }

    private void go(String domain, String record) throws InterruptedException {
        List<String> all = SpfTerms.of(List.of(record));
        boolean ends = all.stream().anyMatch(term -> SpfTerms.bare(term).equals("all"));
        for (String term : all) {
            if (tooMany()) {
                return;
            }
            String bare = SpfTerms.bare(term);
            if (!term.startsWith("-") && !term.startsWith("~")) {
                terms.add(bare.replaceFirst("/.*", "").replaceFirst("^redirect=", "include:"));
            }
            if (bare.startsWith("include:")) {
                into(bare.substring(8));
            } else if (bare.startsWith("redirect=") && !ends) {
                // RFC 7208 6.1: all makes it void
                into(bare.substring(9));
            } else {
                look(domain, bare);
            }
        }
    }

    private void into(String target) throws InterruptedException {
        lookups++;
        if (target.contains("%") || tooMany()) {
            return; // a macro (RFC 7208 7) depends on the letter
        }
        Published published = names.ask(target, RecordType.TXT);
        count(published);
        if (published instanceof Published.Same same) {
            for (String record : TextRecord.of(same, "v=spf1")) {
                go(target, record);
            }
        }
    }

    private void look(String domain, String bare) throws InterruptedException {
        String[] parts = bare.replaceFirst("/.*", "").split(":", 2);
        String target = parts.length == 2 ? parts[1] : domain;
        RecordType type =
                switch (parts[0]) {
                    case "a", "exists" -> RecordType.A;
                    case "mx" -> RecordType.MX;
                    case "ptr" -> RecordType.PTR;
                    default -> null;
                };
        if (type == null) {
            return;
        }
        lookups++;
        if (type != RecordType.PTR && !target.contains("%")) {
            count(names.ask(target.toLowerCase(Locale.ROOT), type));
        }
    }

    private void count(Published published) {
        switch (published) {
            case Published.Same(DnsAnswer.Records _, var _) -> {}
            case Published.Same _ -> voids++;
            case Published.Different _, Published.Untold _ -> told = false;
        }
    }
}
