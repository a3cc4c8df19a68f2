package org.mailstation.desktop.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Health;

/**
 * A report as its reader sees it: in his language, and without what he shall not see. Every form of
 * the file is made of this.
 *
 * @param language of the words, as {@code de}
 * @param made when, for a person
 * @param sentence what is wrong, in one sentence
 * @param way the letter's way
 * @param causes what to mend, the worst first
 * @param since what changed since nothing was wrong; {@code null}: there is nothing to compare with
 *     on this computer
 * @param untold sentences about what matters and could not be told
 * @param unasked what could not be asked at all, and why
 * @param places everything that was found, by the place on the way
 * @param notes about the records
 * @param waiting letters that wait to leave, those first that are tried first
 * @param letters the newest first
 * @param logs what programs wrote down; not on the page, but beside it
 */
public record Paper(
        String language,
        String made,
        Health health,
        String sentence,
        List<Station> way,
        List<Trouble> causes,
        @Nullable Since since,
        List<String> untold,
        List<Fact> unasked,
        List<Place> places,
        List<Entry> records,
        List<String> notes,
        List<Door> doors,
        List<Fact> certificate,
        List<Fact> ddns,
        List<Waiting> waiting,
        List<Letter> letters,
        List<Fact> facts,
        List<Log> logs) {
    public Paper {
        way = List.copyOf(way);
        causes = List.copyOf(causes);
        untold = List.copyOf(untold);
        unasked = List.copyOf(unasked);
        places = List.copyOf(places);
        records = List.copyOf(records);
        notes = List.copyOf(notes);
        doors = List.copyOf(doors);
        certificate = List.copyOf(certificate);
        ddns = List.copyOf(ddns);
        waiting = List.copyOf(waiting);
        letters = List.copyOf(letters);
        facts = List.copyOf(facts);
        logs = List.copyOf(logs);
    }

    /**
     * One place of the map.
     *
     * @param passed whether letters pass it; otherwise it shows the way
     */
    public record Station(String name, Health health, String state, boolean passed) {}

    /** What somebody asked and was answered. */
    public record Proof(String from, String asked, String answered, String when) {}

    /**
     * One thing that was found.
     *
     * @param check its stable name
     * @param health {@code FINE} also where there is nothing to say
     * @param offer how the window mends it by one press; empty: it cannot
     * @param steps what to do, one after the other; none: nothing, or the sentence says it
     * @param detail what is to be typed as it is; may be empty
     * @param record what is to be entered at the provider of a name, field by field
     */
    public record Item(
            String check,
            Health health,
            String sentence,
            String offer,
            List<String> steps,
            String detail,
            List<Fact> record,
            List<Proof> evidence) {
        public Item {
            steps = List.copyOf(steps);
            record = List.copyOf(record);
            evidence = List.copyOf(evidence);
        }
    }

    /** A culprit, and what only follows from it. */
    public record Trouble(Item root, List<String> follows) {
        public Trouble {
            follows = List.copyOf(follows);
        }
    }

    public record Place(String name, Health health, String state, List<Item> items) {
        public Place {
            items = List.copyOf(items);
        }
    }

    /** A record, wanted beside published. */
    public record Entry(
            String name,
            String type,
            String wanted,
            String published,
            String state,
            Health health) {}

    /**
     * A port.
     *
     * @param port on the Internet, and that of the NAS if it is another one
     * @param views what each place that one looks from says of it: the NAS, the PC, the router,
     *     outside
     */
    public record Door(String service, String port, List<View> views) {
        public Door {
            views = List.copyOf(views);
        }
    }

    /** What is seen of a port from one place. */
    public record View(Health health, String words) {}

    /**
     * @param when nothing was wrong last
     * @param changes in sentences; none: nothing that one knows of
     */
    public record Since(String when, List<String> changes) {
        public Since {
            changes = List.copyOf(changes);
        }
    }

    public record Fact(String name, String value) {}

    /**
     * Lines of a log.
     *
     * @param name of a file for it, without its ending
     * @param lines oldest first
     */
    public record Log(String name, List<String> lines) {
        public Log {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param steps what became of it, in order
     * @param health broken if it was refused or given back
     */
    public record Letter(String when, String from, String to, List<Step> steps, Health health) {
        public Letter {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Something that became of a letter.
     *
     * @param what in a sentence
     * @param answer what another server said to it
     */
    public record Step(String what, Answer answer) {}

    /**
     * What a mail server said of a letter.
     *
     * @param means who, why, and what to do, in sentences; none: nothing was said, or nobody
     *     understood it
     * @param words the server's own, in one line; may be empty
     */
    public record Answer(List<String> means, String words) {
        public Answer {
            means = List.copyOf(means);
        }
    }

    /**
     * A letter that waits to leave.
     *
     * @param since when
     * @param next when it is tried again, and how often it was, in a sentence
     * @param last what was answered last
     */
    public record Waiting(String from, String to, String since, String next, Answer last) {}
}
