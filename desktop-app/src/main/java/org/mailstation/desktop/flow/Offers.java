package org.mailstation.desktop.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailstation.check.Selection;
import org.mailstation.diagnosis.Cause;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Finding;

/**
 * What this program can mend itself, of all that was found.
 *
 * @param all the culprits first; several findings may be mended by the same fix
 */
public record Offers(List<Offer> all) {

    /** One finding and what mends it. */
    public record Offer(Finding about, Fix fix) {}

    public Offers {
        all = List.copyOf(all);
    }

    public static Offers of(CheckReport report) {
        Set<Finding> ordered = new LinkedHashSet<>();
        report.diagnosis().causes().stream().map(Cause::root).forEach(ordered::add);
        report.diagnosis().causes().forEach(cause -> ordered.addAll(cause.consequences()));
        ordered.addAll(report.findings());
        List<Offer> offers = new ArrayList<>();
        for (Finding finding : ordered) {
            Fix.of(finding, report.findings())
                    .ifPresent(fix -> offers.add(new Offer(finding, fix)));
        }
        return new Offers(offers);
    }

    /** Each fix once, with the first finding that it mends. */
    public List<Offer> each() {
        Map<Fix, Offer> first = new LinkedHashMap<>();
        all.forEach(offer -> first.putIfAbsent(offer.fix(), offer));
        return List.copyOf(first.values());
    }

    /**
     * The one that somebody means.
     *
     * @param word its place in {@link #each}, from 1, or the name of a check or its beginning
     */
    public Optional<Offer> named(String word) {
        List<Offer> each = each();
        if (word.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(word);
            return number >= 1 && number <= each.size()
                    ? Optional.of(each.get(number - 1))
                    : Optional.empty();
        }
        Selection wanted = new Selection(List.of(word));
        return all.stream()
                .filter(offer -> offer.about().check().equals(word))
                .findFirst()
                .or(
                        () ->
                                all.stream()
                                        .filter(offer -> wanted.wants(offer.about().check()))
                                        .findFirst());
    }
}
