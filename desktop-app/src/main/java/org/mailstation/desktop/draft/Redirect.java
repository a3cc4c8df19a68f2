package org.mailstation.desktop.draft;

import java.util.stream.Collectors;
import org.mailstation.config.Alias;

/**
 * An address that leads to others, as typed.
 *
 * @param address the part before {@code @}, a whole address, or {@code *} for whatever nobody has
 * @param to addresses here or elsewhere, separated by commas or blanks
 */
public record Redirect(String address, String to) {

    public static final Redirect EMPTY = new Redirect("", "");

    private static final String EVERYTHING = "*";

    static Redirect of(Alias alias, String domain) {
        return new Redirect(
                alias.address().equals("@" + domain)
                        ? EVERYTHING
                        : Addressing.shortened(alias.address(), domain),
                alias.to().stream()
                        .map(one -> Addressing.shortened(one, domain))
                        .collect(Collectors.joining(", ")));
    }

    public Redirect withAddress(String typed) {
        return new Redirect(typed, to);
    }

    public Redirect withTo(String typed) {
        return new Redirect(address, typed);
    }

    Alias alias(String domain) {
        String from =
                address.strip().equals(EVERYTHING)
                        ? "@" + domain
                        : Addressing.whole(address, domain);
        return new Alias(from, Addressing.all(to, domain));
    }
}
