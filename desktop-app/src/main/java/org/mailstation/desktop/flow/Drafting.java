package org.mailstation.desktop.flow;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.draft.DraftCheck;
import org.mailstation.desktop.draft.DraftPage;
import org.mailstation.desktop.draft.LineFound;
import org.mailstation.desktop.draft.Omitted;
import org.mailstation.desktop.draft.PeopleDraft;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.install.LowPorts;

/** A draft, what it was made from, and where the person has been on its pages. */
final class Drafting {

    private static final String NETWORK = "network";

    private final Deque<PeopleDraft> removed = new ArrayDeque<>();

    /** Addresses that were set up without their password. */
    private final Set<String> withoutPassword = new HashSet<>();

    private @Nullable StationConfig base;
    private Draft blank = Draft.EMPTY;
    private Draft draft = blank;
    private LineFound line = LineFound.NOTHING;
    private Set<String> touched = Set.of();
    private Set<DraftPage> judged = Set.of();
    private List<Problem> objected = List.of();
    private boolean opened;
    private @Nullable Unfinished resumed;

    /** So a station that is new on this NAS can listen: its ports are proposed accordingly. */
    void expect(LowPorts lowPorts) {
        boolean right = lowPorts != LowPorts.NONE;
        blank = Draft.EMPTY.withSafety(safety -> safety.withRightTo(right));
        if (base == null && touched.isEmpty() && !opened) {
            draft = blank;
        }
    }

    Draft draft() {
        return draft;
    }

    @Nullable StationConfig base() {
        return base;
    }

    /** The configuration that is wanted. */
    StationConfig wanted() {
        return draft.on(base);
    }

    boolean measured() {
        return line.measured();
    }

    /** Goes on with what was typed in an earlier run of the program. */
    void resume(Unfinished kept) {
        Draft typed = kept.draft();
        if (typed != null && touched.isEmpty()) {
            draft = typed;
            touched = kept.touched();
            resumed = kept;
            opened = true;
        }
    }

    /** Forgets all that was typed: what runs is shown again, or what the line proposes. */
    void discard() {
        begin(base);
        measured(line);
    }

    /** What would be lost with the program; {@code null}: nothing was typed. */
    @Nullable Unfinished unfinished(String station, int revision, Step step, Instant when) {
        boolean begun = base == null || !touched.isEmpty();
        return begun
                ? new Unfinished(
                        station,
                        revision,
                        step,
                        when,
                        draft,
                        touched,
                        Stream.concat(draft.passwords().stream(), missing().stream())
                                .distinct()
                                .toList())
                : null;
    }

    private List<Omitted> missing() {
        Unfinished from = resumed;
        return from == null ? List.of() : from.omitted().stream().filter(draft::lacks).toList();
    }

    /** This runs at the station now; what was typed stays. */
    void opened(@Nullable StationConfig found) {
        if (!opened || touched.isEmpty()) {
            begin(found);
        }
        opened = true;
        base = found;
    }

    private void begin(@Nullable StationConfig from) {
        draft = from == null ? blank : Draft.of(from);
        touched = Set.of();
        judged = Set.of();
        objected = List.of();
        removed.clear();
        resumed = null;
    }

    /** The draft runs. */
    StationConfig applied() {
        StationConfig now = wanted();
        base = now;
        withoutPassword.clear();
        begin(now);
        return now;
    }

    /**
     * The draft runs, but a password was refused.
     *
     * @return the field of that password
     */
    String appliedWithout(String address) {
        StationConfig now = wanted();
        withoutPassword.addAll(draft.newPasswords());
        base = now;
        List<String> addresses = now.accounts().stream().map(Account::address).toList();
        return "account[" + addresses.indexOf(address) + "].password";
    }

    /** A mailbox that runs under its address has a password already. */
    private Set<String> known() {
        StationConfig running = base;
        return running == null
                ? Set.of()
                : running.accounts().stream()
                        .map(Account::address)
                        .filter(address -> !withoutPassword.contains(address))
                        .collect(Collectors.toSet());
    }

    DraftCheck check() {
        DraftCheck check = DraftCheck.of(draft, base, known()::contains, touched, judged);
        return objected.isEmpty() ? check : check.plus(objected);
    }

    /**
     * @param revision that the station runs
     */
    Filling page(Step step, int revision, Activity activity) {
        Unfinished from = resumed;
        return new Filling(
                step,
                draft,
                check(),
                line,
                known(),
                base == null,
                !removed.isEmpty(),
                from == null
                        ? null
                        : new Resumed(from.when(), from.revision(), revision, missing()),
                activity);
    }

    /** What somebody chose, or what runs, is not changed by what was measured. */
    void measured(LineFound found) {
        line = found;
        if (base == null && !touched.contains(NETWORK)) {
            draft = draft.withNetwork(found.network(draft.network())).withWay(found.proposal());
        }
    }

    /** Something was typed at a field. */
    void edit(String field, UnaryOperator<Draft> change) {
        PeopleDraft before = draft.people();
        draft = change.apply(draft);
        Set<String> more = new HashSet<>(touched);
        if (fewer(draft.people(), before)) {
            removed.push(before);
            // what stood behind has another number now
            more.removeIf(one -> DraftPage.of(one) == DraftPage.PEOPLE);
        }
        more.add(field);
        touched = more;
        objected = List.of();
    }

    private static boolean fewer(PeopleDraft now, PeopleDraft before) {
        return now.people().size() < before.people().size()
                || now.redirects().size() < before.redirects().size();
    }

    /** Brings back who was removed last. */
    void undo() {
        if (!removed.isEmpty()) {
            PeopleDraft before = removed.pop();
            draft = draft.withPeople(_ -> before);
        }
    }

    /** The person wants to leave a page: from now on everything on it is judged. */
    boolean leaves(DraftPage page) {
        Set<DraftPage> more = EnumSet.of(page);
        more.addAll(judged);
        judged = more;
        objected = List.of();
        return check().good(page);
    }

    /** From now on everything is judged. */
    void judgeAll() {
        judged = EnumSet.allOf(DraftPage.class);
    }

    /** The station itself objected. */
    void object(List<Problem> problems) {
        judgeAll();
        objected = problems;
    }

    void forgetObjections() {
        objected = List.of();
    }

    /** The first page with a fault; this one if no page shows it. */
    Step firstWrong(Step here) {
        DraftCheck check = check();
        for (DraftPage page : DraftPage.values()) {
            if (page != DraftPage.ELSEWHERE && !check.good(page)) {
                return Step.of(page);
            }
        }
        return here;
    }
}
