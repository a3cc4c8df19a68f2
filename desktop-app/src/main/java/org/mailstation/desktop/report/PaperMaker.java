package org.mailstation.desktop.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.control.StationStatus;
import org.mailstation.desktop.flow.Sighting;
import org.mailstation.desktop.way.LetterWay;
import org.mailstation.desktop.way.Overview;
import org.mailstation.desktop.way.Place;
import org.mailstation.desktop.words.Words;
import org.mailstation.diagnosis.CheckReport;

/** Puts what was gathered into a reader's words. */
public final class PaperMaker {
    private final Words words;
    private final Redaction redaction;

    private PaperMaker(Words words, Redaction redaction) {
        this.words = words;
        this.redaction = redaction;
    }

    /**
     * @param user by which the person signs in at the NAS
     * @param secrets of this run, which shall stand nowhere
     * @param forum whether strangers will read it
     */
    public static Paper make(
            Gathered gathered, String user, List<Secret> secrets, boolean forum, Words words) {
        StandIns standIns = forum ? StandIns.of(gathered, user) : null;
        return new PaperMaker(words, new Redaction(secrets, standIns)).paper(gathered);
    }

    private Paper paper(Gathered gathered) {
        CheckReport check = gathered.check();
        StationStatus status = gathered.told().status();
        Sighting sighting =
                status == null ? new Sighting.NotYet() : new Sighting.Seen(status, check.ended());
        Overview overview = Overview.of(check, sighting);
        LetterWay way = LetterWay.of(overview);
        StationSide station = new StationSide(words, this::say);
        PostSide post = new PostSide(words, this::say);
        Found found = new Found(words, this::say, new OneClick(words, check.findings()));
        return new Paper(
                words.locale().getLanguage(),
                moment(gathered.at()),
                check.diagnosis().health(),
                say(overview.sentence(words)),
                way.places().stream().map(this::station).toList(),
                check.diagnosis().causes().stream().map(found::trouble).toList(),
                since(gathered),
                check.diagnosis().untold().stream().map(found::sentence).toList(),
                unasked(gathered),
                way.places().stream()
                        .filter(place -> !place.findings().isEmpty())
                        .map(place -> place(place, found))
                        .toList(),
                station.records(gathered.told().records()),
                station.notes(gathered.told().records()),
                new Doors(words, gathered.told()).of(check.findings()),
                station.certificate(status),
                station.ddns(gathered.told().ddns()),
                post.waiting(gathered.told().waiting()),
                post.letters(gathered.told().letters()),
                station.facts(gathered),
                logs(gathered));
    }

    private Paper.@Nullable Since since(Gathered gathered) {
        Snapshot before = gathered.lastGood();
        return before == null
                ? null
                : new Paper.Since(
                        words.moment(before.at()),
                        Differences.between(before, Snapshot.of(gathered), words).stream()
                                .map(this::say)
                                .toList());
    }

    private List<Paper.Log> logs(Gathered gathered) {
        List<Paper.Log> logs = new ArrayList<>();
        List<String> station = gathered.told().log();
        if (station != null && !station.isEmpty()) {
            logs.add(log("station", station));
        }
        if (!gathered.ownLog().isEmpty()) {
            logs.add(log("assistant", gathered.ownLog()));
        }
        return logs;
    }

    /** As one text: a key stands on several lines. */
    private Paper.Log log(String name, List<String> lines) {
        return new Paper.Log(name, say(String.join("\n", lines)).lines().toList());
    }

    private String say(String text) {
        return redaction.of(text);
    }

    private String moment(Instant when) {
        return words.day(when) + ", " + words.time(when);
    }

    private List<Paper.Fact> unasked(Gathered gathered) {
        return gathered.unasked().stream()
                .map(
                        one ->
                                new Paper.Fact(
                                        words.of("report.part", one.what()),
                                        say(words.of(one.why()))))
                .toList();
    }

    private Paper.Station station(Place place) {
        return new Paper.Station(
                words.of("spot", place.spot()),
                place.health(),
                place.used() ? words.of("health", place.health()) : words.of("map.unused"),
                place.spot().passed());
    }

    private Paper.Place place(Place place, Found found) {
        return new Paper.Place(
                words.of("spot", place.spot()),
                place.health(),
                words.of("health", place.health()),
                place.findings().stream().map(found::item).toList());
    }
}
