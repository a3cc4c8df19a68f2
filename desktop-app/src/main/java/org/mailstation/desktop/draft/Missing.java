package org.mailstation.desktop.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.text.Text;

/**
 * What nobody but the person can know, and has not typed yet; and passwords, which no rule sees.
 */
final class Missing {
    private final List<Problem> problems = new ArrayList<>();

    private Missing() {}

    static List<Problem> in(Draft draft, @Nullable StationConfig base, Predicate<String> known) {
        Missing missing = new Missing();
        missing.names(draft.name(), base);
        missing.people(draft, known);
        missing.relay(draft, base);
        return missing.problems;
    }

    private void names(HomeName name, @Nullable StationConfig base) {
        if (name.own()) {
            empty(name.domain(), "domains[0]", "flow.form.domain-missing");
            empty(name.hostName(), "host-name", "flow.form.host-name-missing");
        } else {
            empty(name.ddns().provider(), "ddns.provider", "flow.name.no-provider");
            empty(name.ddns().host(), "ddns.host", "flow.form.ddns-host-missing");
        }
        NameDraft ddns = name.ddns();
        boolean another = base == null || !base.ddns().provider().equals(ddns.provider());
        if (!ddns.provider().isEmpty() && another && !ddns.hasSecret()) {
            // the station's old one must not be shown to somebody else
            add(NameDraft.SECRET, Text.of("flow.name.no-secret"));
        }
    }

    private void people(Draft draft, Predicate<String> known) {
        List<Person> people = draft.people().people();
        String domain = draft.name().cleanDomain();
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            String field = "account[" + i + "]";
            empty(person.mailbox(), field + ".address", "flow.form.mailbox-missing");
            if (person.account(domain).quotaMegabytes() == Person.NONSENSE) {
                add(field + ".quota-mb", Text.of("flow.form.room"));
            }
            Passwords.problem(
                            person.password().reveal(),
                            known.test(person.address(domain)),
                            person.mailbox(),
                            domain,
                            person.name())
                    .ifPresent(text -> add(field + ".password", text));
        }
        List<Redirect> redirects = draft.people().redirects();
        for (int i = 0; i < redirects.size(); i++) {
            empty(
                    redirects.get(i).address(),
                    "alias[" + i + "].address",
                    "flow.form.alias-missing");
        }
    }

    private void relay(Draft draft, @Nullable StationConfig base) {
        if (!draft.way().wantsRelay()) {
            return;
        }
        SafetyDraft.RelayDraft relay = draft.safety().relay();
        empty(relay.host(), "relay.host", "flow.form.relay-missing");
        boolean another = base == null || !base.relay().host().equals(relay.host().strip());
        if (another && !relay.user().isBlank() && relay.secret().reveal().isEmpty()) {
            add("relay.secret", Text.of("flow.form.relay-secret-missing"));
        }
    }

    private void empty(String typed, String field, String key) {
        if (typed.isBlank()) {
            add(field, Text.of(key));
        }
    }

    private void add(String field, Text text) {
        problems.add(new Problem(field, 0, text));
    }
}
