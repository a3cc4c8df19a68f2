package org.mailstation.desktop.flow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.config.rules.ConfigRules;
import org.mailstation.text.Text;

/**
 * What is wrong with a draft. A field that nobody touched yet is not complained about, only held
 * back.
 *
 * @param problems all of them by field
 * @param elsewhere problems of parts that the form does not show
 * @param touched fields that the person has been to
 */
public record DraftCheck(
        Map<DraftField, List<Text>> problems, List<Problem> elsewhere, Set<DraftField> touched) {

    public static final DraftCheck UNTOUCHED = new DraftCheck(Map.of(), List.of(), Set.of());

    public DraftCheck {
        problems = Map.copyOf(problems);
        elsewhere = List.copyOf(elsewhere);
        touched = Set.copyOf(touched);
    }

    /**
     * Judges a draft.
     *
     * @param base the running configuration, or {@code null}
     * @param mailboxExists the mailbox has a password already
     */
    static DraftCheck of(
            Draft draft,
            @Nullable StationConfig base,
            boolean mailboxExists,
            Set<DraftField> touched) {
        Map<DraftField, List<Text>> byField = new EnumMap<>(DraftField.class);
        missing(draft, byField);
        List<Problem> elsewhere = new ArrayList<>();
        sort(ConfigRules.problems(draft.on(base)), byField, elsewhere);
        Passwords.problem(draft, mailboxExists)
                .ifPresent(text -> add(byField, DraftField.PASSWORD, text));
        if (!draft.password().equals(draft.repeat())) {
            add(byField, DraftField.REPEAT, Text.of("flow.form.repeat-differs"));
        }
        return new DraftCheck(byField, elsewhere, touched);
    }

    /**
     * The same with what the station itself objected to; from now on everything counts as touched.
     */
    DraftCheck plus(List<Problem> more) {
        Map<DraftField, List<Text>> byField = new EnumMap<>(DraftField.class);
        problems.forEach((field, texts) -> byField.put(field, new ArrayList<>(texts)));
        List<Problem> all = new ArrayList<>(elsewhere);
        sort(more, byField, all);
        return new DraftCheck(byField, all, EnumSet.allOf(DraftField.class));
    }

    DraftCheck plus(DraftField field, Text text) {
        Map<DraftField, List<Text>> byField = new EnumMap<>(DraftField.class);
        problems.forEach((key, texts) -> byField.put(key, new ArrayList<>(texts)));
        add(byField, field, text);
        return new DraftCheck(byField, elsewhere, EnumSet.allOf(DraftField.class));
    }

    public boolean good() {
        return problems.isEmpty() && elsewhere.isEmpty();
    }

    /** What the page shows at a field. */
    public List<Text> shown(DraftField field) {
        return touched.contains(field) ? problems.getOrDefault(field, List.of()) : List.of();
    }

    private static void missing(Draft draft, Map<DraftField, List<Text>> byField) {
        if (draft.domain().isBlank()) {
            add(byField, DraftField.DOMAIN, Text.of("flow.form.domain-missing"));
        }
        if (draft.hostName().isBlank()) {
            add(byField, DraftField.HOST_NAME, Text.of("flow.form.host-name-missing"));
        }
        if (draft.mailbox().isBlank()) {
            add(byField, DraftField.MAILBOX, Text.of("flow.form.mailbox-missing"));
        }
    }

    /**
     * A field that is empty is told that once, not again in the words of the rules; and a mailbox
     * is not blamed for the domain that follows its name.
     */
    private static void sort(
            List<Problem> found, Map<DraftField, List<Text>> byField, List<Problem> elsewhere) {
        Set<DraftField> empty = EnumSet.noneOf(DraftField.class);
        empty.addAll(byField.keySet());
        boolean domainIsWrong =
                empty.contains(DraftField.DOMAIN)
                        || found.stream()
                                .anyMatch(
                                        it ->
                                                DraftField.of(it)
                                                        .equals(Optional.of(DraftField.DOMAIN)));
        for (Problem problem : found) {
            Optional<DraftField> field = DraftField.of(problem);
            if (field.isEmpty()) {
                elsewhere.add(problem);
            } else if (!empty.contains(field.get())
                    && !(domainIsWrong && field.get() == DraftField.MAILBOX)) {
                add(byField, field.get(), problem.text());
            }
        }
    }

    private static void add(Map<DraftField, List<Text>> byField, DraftField field, Text text) {
        List<Text> texts = byField.computeIfAbsent(field, _ -> new ArrayList<>());
        if (!texts.contains(text)) {
            texts.add(text);
        }
    }
}
