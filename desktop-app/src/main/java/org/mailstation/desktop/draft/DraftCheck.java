package org.mailstation.desktop.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.config.rules.ConfigRules;
import org.mailstation.text.Text;

/**
 * What is wrong with a draft. A field that nobody touched yet is not complained about, only held
 * back.
 *
 * @param problems all of them, their fields named as in {@link Problem#field()}, and besides {@code
 *     account[i].password}, {@code ddns.secret}
 * @param touched fields that the person has been to
 * @param judged pages that the person wanted to leave
 */
public record DraftCheck(List<Problem> problems, Set<String> touched, Set<DraftPage> judged) {

    public DraftCheck {
        problems = List.copyOf(problems);
        touched = Set.copyOf(touched);
        judged = Set.copyOf(judged);
    }

    /**
     * Judges a draft.
     *
     * @param base the running configuration, or {@code null}
     * @param known whether an address has a password at the station
     */
    public static DraftCheck of(
            Draft draft,
            @Nullable StationConfig base,
            Predicate<String> known,
            Set<String> touched,
            Set<DraftPage> judged) {
        List<Problem> missing = Missing.in(draft, base, known);
        List<Problem> all = new ArrayList<>(missing);
        for (Problem problem : ConfigRules.problems(draft.on(base))) {
            Problem here = draft.name().own() ? problem : borrowed(problem);
            if (!repeats(here, all)) {
                all.add(here);
            }
        }
        return new DraftCheck(all, touched, judged);
    }

    /** Where the name at the provider is everything, everything wrong with a name is its fault. */
    private static Problem borrowed(Problem problem) {
        return problem.field().equals("host-name") || problem.field().startsWith("domains")
                ? new Problem("ddns.host", problem.line(), problem.text())
                : problem;
    }

    /**
     * A field that is empty is told that once, not again in the words of the rules; and an address
     * is not blamed for the domain that follows it.
     */
    private static boolean repeats(Problem problem, List<Problem> before) {
        if (before.contains(problem)
                || before.stream().anyMatch(one -> one.field().equals(problem.field()))) {
            return true;
        }
        boolean domainIsWrong =
                before.stream()
                        .anyMatch(
                                one ->
                                        one.field().startsWith("domains")
                                                || one.field().equals("ddns.host"));
        return domainIsWrong && DraftPage.of(problem.field()) == DraftPage.PEOPLE;
    }

    /** The same with what the station itself objected to; from now on everything is judged. */
    public DraftCheck plus(List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new DraftCheck(all, touched, Set.of(DraftPage.values()));
    }

    public boolean good() {
        return problems.isEmpty();
    }

    public boolean good(DraftPage page) {
        return problems.stream().noneMatch(one -> DraftPage.of(one.field()) == page);
    }

    /** What a page shows at a field, or at a part of it such as an entry of a list. */
    public List<Text> shown(String field) {
        return problems.stream()
                .filter(one -> one.field().equals(field) || one.field().startsWith(field + "["))
                .filter(one -> judged.contains(DraftPage.of(field)) || touched.contains(field))
                .map(Problem::text)
                .distinct()
                .toList();
    }

    /** Problems of parts that no page shows. */
    public List<Problem> elsewhere() {
        return problems.stream()
                .filter(one -> DraftPage.of(one.field()) == DraftPage.ELSEWHERE)
                .toList();
    }
}
