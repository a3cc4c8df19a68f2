package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.filters.Filters;
import org.mailstation.daemon.filters.Vacations;
import org.mailstation.daemon.sieve.Action;
import org.mailstation.daemon.sieve.Answer;
import org.mailstation.daemon.sieve.Script;
import org.mailstation.daemon.sieve.ScriptException;
import org.mailstation.daemon.sieve.SieveMail;
import org.mailstation.daemon.store.sieve.Scripts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the owner of an account wants done with a letter: the script, and the simple vacation. */
public record PersonalRules(Filters filters, Vacations vacations) {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalRules.class);

    /** Of a station whose data lie in this folder. */
    public static PersonalRules open(Path data, Clock clock) {
        return new PersonalRules(
                new Filters(new Scripts(data.resolve("sieve"), clock)),
                new Vacations(data.resolve("vacation"), clock));
    }

    /** Forgets the accounts that are no more. */
    public void retain(Set<String> accounts) throws IOException {
        filters.retain(accounts);
        vacations.retain(accounts);
    }

    private static final Action KEEP = new Action.Put(0, "INBOX", Set.of());

    /**
     * What is to be done.
     *
     * @param script its name; empty: the owner has none
     * @param broken why the script could not be followed; then the letter is kept
     */
    record Wanted(String script, List<Action> actions, @Nullable ScriptException broken) {
        static final Wanted NOTHING = new Wanted("", List.of(KEEP), null);

        Wanted {
            actions = List.copyOf(actions);
        }
    }

    /** The letter, read only where somebody has rules. */
    @FunctionalInterface
    interface Mail {
        SieveMail read() throws IOException;
    }

    /** Never fails: whatever is wrong, the letter is kept. */
    Wanted wanted(String account, Mail mail) {
        Wanted wanted = byScript(account, mail);
        boolean goes = wanted.actions().stream().anyMatch(PersonalRules::isAnswered);
        Answer answer = goes ? away(account) : null;
        if (answer == null) {
            return wanted;
        }
        List<Action> all = new ArrayList<>(wanted.actions());
        all.add(new Action.Tell(0, answer));
        return new Wanted(wanted.script(), all, wanted.broken());
    }

    private Wanted byScript(String account, Mail mail) {
        String name = "";
        try {
            Script script = filters.active(account);
            if (script == null) {
                return Wanted.NOTHING;
            }
            name = filters.activeName(account);
            return new Wanted(name, script.run(mail.read()), null);
        } catch (ScriptException e) {
            return new Wanted(name, List.of(KEEP), e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.error("the rules of {} could not be followed; the letter is kept", account, e);
            return Wanted.NOTHING;
        }
    }

    /** Not what is thrown away or refused. */
    private static boolean isAnswered(Action action) {
        return action instanceof Action.Put || action instanceof Action.Send;
    }

    private @Nullable Answer away(String account) {
        try {
            return vacations.today(account);
        } catch (IOException | RuntimeException e) {
            LOG.error("whether {} is away cannot be read", account, e);
            return null;
        }
    }
}
