package org.mailstation.desktop.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.flow.Audience;
import org.mailstation.desktop.flow.Background;
import org.mailstation.desktop.flow.Errand;
import org.mailstation.desktop.words.Words;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/**
 * A report that a person makes in the window: gathered with progress, looked at, saved. It goes
 * nowhere by itself. All on the owner's thread.
 */
public final class Reporting {

    /** Gathers. Blocks. */
    @FunctionalInterface
    public interface Source {
        Gathered gather(Steps steps, Cancellation cancellation) throws FailureException;
    }

    /**
     * Who makes it.
     *
     * @param user by which the person signs in at the NAS
     * @param secrets of this run, which shall stand nowhere
     */
    public record Maker(String user, List<Secret> secrets) {
        public Maker {
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * What the person wants.
     *
     * @param forum whether strangers will read it
     */
    public record Choice(boolean forum, Locale language, ReportFile form) {
        public Choice withForum(boolean now) {
            return new Choice(now, language, form);
        }

        public Choice withLanguage(Locale now) {
            return new Choice(forum, now, form);
        }

        public Choice withForm(ReportFile now) {
            return new Choice(forum, language, now);
        }
    }

    /** How far a part is. */
    public enum Progress {
        WAITS,
        RUNS,
        DONE,
        /** it could not be asked */
        SILENT
    }

    /** One part of the gathering. */
    public record Row(Gathered.Part part, Progress progress) {}

    /**
     * What can be shown.
     *
     * @param draft {@code null} before everything was gathered
     * @param saved where the report is now; {@code null}: nowhere
     * @param unopened why it could not be shown; {@code null}: it could
     */
    public record View(
            Activity activity,
            List<Row> rows,
            @Nullable Draft draft,
            Choice choice,
            @Nullable Path saved,
            @Nullable Text unopened) {
        public View {
            rows = List.copyOf(rows);
        }
    }

    private final Source source;
    private final Supplier<Maker> maker;
    private final Words words;
    private final Sheet sheet;
    private final InstantSource clock;
    private final Background background;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private final Set<Gathered.Part> begun = EnumSet.noneOf(Gathered.Part.class);
    private Choice choice;
    private @Nullable Gathered gathered;
    private @Nullable Draft draft;
    private @Nullable Path saved;
    private @Nullable Text unopened;

    /**
     * @param maker asked aside, as it may have to wait for the NAS
     * @param words in the person's language, with which the choice begins
     * @param sheet in the person's printer
     */
    public Reporting(
            Source source,
            Supplier<Maker> maker,
            Words words,
            Sheet sheet,
            InstantSource clock,
            Background background) {
        this.source = source;
        this.maker = maker;
        this.words = words;
        this.sheet = sheet;
        this.clock = clock;
        this.background = background;
        this.errand = new Errand(background, audience::tell);
        Locale language =
                words.locale().getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        this.choice = new Choice(false, language, ReportFile.ZIP);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(errand.activity(), rows(), draft, choice, saved, unopened);
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Gathered known = gathered;
        Gathered.Part latest = begun.stream().reduce((_, later) -> later).orElse(null);
        for (Gathered.Part part : Gathered.Part.values()) {
            boolean silent =
                    known != null && known.unasked().stream().anyMatch(one -> one.what() == part);
            Progress progress = Progress.WAITS;
            if (known != null) {
                progress = silent ? Progress.SILENT : Progress.DONE;
            } else if (begun.contains(part)) {
                progress = part == latest ? Progress.RUNS : Progress.DONE;
            }
            rows.add(new Row(part, progress));
        }
        return rows;
    }

    /** Gathers everything anew; nothing while something is under way. */
    public void begin() {
        if (errand.busy()) {
            return;
        }
        gathered = null;
        draft = null;
        saved = null;
        unopened = null;
        begun.clear();
        Choice wanted = choice;
        errand.start(
                Activity.Running.of("report.gathering"),
                (cancellation, progress) -> {
                    Gathered all =
                            source.gather(
                                    (part, percent, step) -> {
                                        background.later(() -> begun.add(part));
                                        progress.accept(new Activity.Running(percent, step, false));
                                    },
                                    cancellation);
                    return new Prepared(all, drafted(all, wanted));
                },
                this::prepared);
    }

    private record Prepared(Gathered gathered, Draft draft) {}

    private void prepared(Prepared now) {
        gathered = now.gathered();
        draft = now.draft();
        audience.tell();
    }

    private Draft drafted(Gathered all, Choice wanted) {
        Maker who = maker.get();
        Words reader = words.in(wanted.language());
        return Draft.of(
                PaperMaker.make(all, who.user(), who.secrets(), wanted.forum(), reader), reader);
    }

    /** Another choice; what was gathered stays. Nothing while something is under way. */
    public void choose(Choice wanted) {
        if (errand.busy() || wanted.equals(choice)) {
            return;
        }
        Choice before = choice;
        choice = wanted;
        saved = null;
        unopened = null;
        Gathered all = gathered;
        if (all == null || wanted.equals(before.withForm(wanted.form()))) {
            audience.tell();
            return;
        }
        errand.start(
                Activity.Running.of("report.preparing"),
                (_, _) -> drafted(all, wanted),
                fresh -> prepared(new Prepared(all, fresh)));
    }

    /** Proposed for the file. */
    public String name() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        return "mail-station-" + day + choice.form().ending();
    }

    /** Writes it. */
    public void save(Path file) {
        Draft now = draft;
        if (now == null) {
            return;
        }
        Choice wanted = choice;
        saved = null;
        unopened = null;
        errand.start(
                Activity.Running.of("report.writing"),
                (_, _) -> {
                    byte[] content =
                            wanted.form().bytes(now.paper(), words.in(wanted.language()), sheet);
                    try {
                        ReportFile.write(file, content);
                    } catch (IOException e) {
                        throw new FailureException(
                                new ReportFailure.Unwritable(file.toString(), String.valueOf(e)));
                    }
                    return file;
                },
                written -> {
                    saved = written;
                    audience.tell();
                });
    }

    /** Shows what was saved in a program of this computer. */
    public interface Opener {
        void open(Path file) throws IOException;
    }

    /** Has what was saved shown. */
    public void open(Opener opener) {
        Path file = saved;
        if (file == null) {
            return;
        }
        background.start(
                () -> {
                    opener.open(file);
                    return true;
                },
                _ -> told(null),
                fault ->
                        told(Text.of("report.unopened", file, String.valueOf(fault.getMessage()))));
    }

    private void told(@Nullable Text trouble) {
        unopened = trouble;
        audience.tell();
    }

    public void cancel() {
        errand.cancel();
    }
}
