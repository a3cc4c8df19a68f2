package org.mailstation.check;

import java.util.Set;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Vantage;

/** A check that says what it is when it is made. */
public abstract class NamedCheck implements Check {
    private final String name;
    private final Hop hop;
    private final Set<Vantage> from;

    protected NamedCheck(String name, Hop hop, Vantage... from) {
        this.name = name;
        this.hop = hop;
        this.from = Set.of(from);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Hop hop() {
        return hop;
    }

    @Override
    public Set<Vantage> from() {
        return from;
    }
}
