package org.mailstation.desktop.draft;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailstation.control.DdnsChange;
import org.mailstation.finding.Finding;
import org.mailstation.text.Text;

/**
 * Whether the line keeps its address, told by what was seen of it: a change that the station saw
 * itself, or the name that the provider gave the address. No list of anybody is believed here, as
 * they list whole providers.
 *
 * @param keeps the address stays the same
 * @param why how that is known, or that it is not
 */
public record Lasting(Told keeps, Text why) {

    /** Words in names of addresses that providers give to whoever comes next. */
    private static final Pattern CHANGING =
            Pattern.compile(
                    "(?i)(^|[.-])(dyn|dynamic|dynamisch|dip|dial|dialup|dhcp|pool|pools|ppp|pppoe)"
                            + "[0-9a-z]?[0-9]*([.-]|$)");

    /** The same for addresses that are somebody's own. */
    private static final Pattern STAYING =
            Pattern.compile("(?i)(^|[.-])(static|fix|fixed|fest|biz|business)[0-9]*([.-]|$)");

    /**
     * @param changes of the line's address, as the station remembers them
     */
    static Lasting of(List<Finding> findings, List<DdnsChange> changes) {
        Optional<DdnsChange> moved =
                changes.stream()
                        .filter(one -> !one.from().isEmpty() && !one.from().equals(one.to()))
                        .findFirst();
        if (moved.isPresent()) {
            return new Lasting(
                    Told.NO,
                    Text.of("flow.line.lasting.moved", moved.get().from(), moved.get().to()));
        }
        return findings.stream()
                .filter(one -> one.check().equals("dns.reverse"))
                .map(Finding::sentence)
                .filter(one -> one.args().size() == 2)
                .map(Lasting::named)
                .findFirst()
                .orElse(unknown());
    }

    /** Arguments of every such sentence: the address and its name. */
    private static Lasting named(Text sentence) {
        String name = sentence.args().get(1);
        if (sentence.key().equals("dns.reverse.ok")) {
            return new Lasting(Told.YES, Text.of("flow.line.lasting.own", name));
        }
        if (CHANGING.matcher(name).find()) {
            return new Lasting(Told.NO, Text.of("flow.line.lasting.pool", name));
        }
        return STAYING.matcher(name).find()
                ? new Lasting(Told.YES, Text.of("flow.line.lasting.fixed", name))
                : unknown();
    }

    private static Lasting unknown() {
        return new Lasting(Told.UNKNOWN, Text.of("flow.line.lasting.untold"));
    }
}
