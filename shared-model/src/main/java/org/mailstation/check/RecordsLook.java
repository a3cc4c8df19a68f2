package org.mailstation.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

    /** Asks; takes some seconds. */
    public static ComparedRecords look(Scene scene) throws InterruptedException {
        Map<String, Published> texts = texts(scene);
        Home home = Fix.home(scene);
        Home complete = new Home(home.config(), home.signing(), home.addresses(), policies(scene));
        WantedRecords wanted =
                WantedRecords.of(
                        complete,
                        name ->
                                texts.get(name) instanceof Published.Same same
                                        ? same.values()
                                        : List.of());
        List<Callable<Comparison>> questions = new ArrayList<>();
        for (WantedRecord record : wanted.list()) {
            questions.add(() -> compare(scene, record));
        }
        return new ComparedRecords(Together.call(questions), wanted.notes());
    }

    /** What stands there already, and may stay. */
    private static Map<String, Published> texts(Scene scene) throws InterruptedException {
        Map<String, Published> texts = new HashMap<>();
        for (String domain : scene.config().domains()) {
            for (String name : List.of(domain, DmarcRecord.name(domain))) {
                texts.put(name, scene.names().ask(name, RecordType.TXT));
            }
        }
        return texts;
    }

    /** Whose policy cannot be fetched gets no record that announces one. */
    private static Map<String, String> policies(Scene scene) throws InterruptedException {
        Map<String, String> policies = new HashMap<>();
        for (String domain : scene.config().domains()) {
            if (StsPolicy.fetch(scene, domain) instanceof StsPolicy.Read(var text, var _)) {
                policies.put(domain, text);
            }
        }
        return policies;
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
            case Published.Untold _ -> new Comparison(wanted, Comparison.State.UNTOLD, List.of());
        };
    }
}
