package org.mailstation.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mailstation.probe.RecordType;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Comparison;
import org.mailstation.records.DmarcRecord;
import org.mailstation.records.Home;
import org.mailstation.records.Matching;
import org.mailstation.records.WantedRecord;
import org.mailstation.records.WantedRecords;

/** Finds out which records a station wants, and which of them are published. */
public final class RecordsLook {
    private RecordsLook() {}

    /** For what stands there already, and for the policies, which say what is wanted at all. */
    private static final Duration FIRST = Duration.ofSeconds(6);

    private static final Duration THEN = Duration.ofSeconds(10);

    /** Asks; takes some seconds, and never longer than 16: what nobody told then is unknown. */
    public static ComparedRecords look(Scene scene) throws InterruptedException {
        return look(scene, FIRST, THEN);
    }

    static ComparedRecords look(Scene scene, Duration first, Duration then)
            throws InterruptedException {
        List<String> domains = scene.config().domains();
        List<String> names =
                domains.stream()
                        .flatMap(domain -> Stream.of(domain, DmarcRecord.name(domain)))
                        .toList();
        List<Callable<Known>> questions = new ArrayList<>();
        names.forEach(name -> questions.add(() -> text(scene, name)));
        domains.forEach(domain -> questions.add(() -> policy(scene, domain)));
        Map<String, List<String>> texts = new HashMap<>();
        Map<String, String> policies = new HashMap<>();
        Together.call(questions, first, Collections.nCopies(questions.size(), Known.NOTHING))
                .forEach(
                        known -> {
                            texts.putAll(known.texts());
                            policies.putAll(known.policies());
                        });
        Home home = Fix.home(scene);
        Home complete = new Home(home.config(), home.signing(), home.addresses(), policies);
        WantedRecords wanted =
                WantedRecords.of(complete, name -> texts.getOrDefault(name, List.of()));
        List<Callable<Comparison>> compared = new ArrayList<>();
        wanted.list().forEach(record -> compared.add(() -> compare(scene, record)));
        List<Comparison> late = wanted.list().stream().map(RecordsLook::untold).toList();
        return new ComparedRecords(Together.call(compared, then, late), wanted.notes());
    }

    /** What one of the first questions told. */
    private record Known(Map<String, List<String>> texts, Map<String, String> policies) {
        static final Known NOTHING = new Known(Map.of(), Map.of());
    }

    /** What stands there already, and may stay. */
    private static Known text(Scene scene, String name) throws InterruptedException {
        return scene.names().ask(name, RecordType.TXT) instanceof Published.Same same
                ? new Known(Map.of(name, same.values()), Map.of())
                : Known.NOTHING;
    }

    /** Whose policy cannot be fetched gets no record that announces one. */
    private static Known policy(Scene scene, String domain) throws InterruptedException {
        return StsPolicy.fetch(scene, domain) instanceof StsPolicy.Read(var text, var _)
                ? new Known(Map.of(), Map.of(domain, text))
                : Known.NOTHING;
    }

    private static Comparison untold(WantedRecord wanted) {
        return new Comparison(wanted, Comparison.State.UNTOLD, List.of());
    }

    private static Comparison compare(Scene scene, WantedRecord wanted)
            throws InterruptedException {
        return switch (scene.names().ask(wanted.name(), wanted.type())) {
            case Published.Same same -> Matching.compare(wanted, same.values());
            case Published.Different different ->
                    new Comparison(
                            wanted,
                            Comparison.State.DIFFERS,
                            different.replies().stream()
                                    .flatMap(reply -> reply.values().stream())
                                    .distinct()
                                    .toList());
            case Published.Untold _ -> untold(wanted);
        };
    }
}
