package org.mailstation.daemon.sieve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One letter's way through a script. */
final class Run {
    /** RFC 5228 10 wants a limit. */
    static final int MOST_REDIRECTS = 5;

    private static final int MOST_FOLDERS = 10;
    private static final int MOST_FLAGS = 20;

    private final Judge judge;
    private final List<Action> actions = new ArrayList<>();
    private final Set<String> flags = new LinkedHashSet<>();
    private boolean implicitKeep = true;
    private int dropped;

    Run(SieveMail mail) {
        this.judge = new Judge(mail, flags);
    }

    List<Action> of(List<Command> commands) throws ScriptException {
        boolean _ = goOn(commands);
        boolean refused = actions.stream().anyMatch(Action.Refuse.class::isInstance);
        if (refused && actions.size() > 1) {
            throw new ScriptException(0, "refused");
        }
        if (implicitKeep) {
            put(0, "INBOX", null);
        } else if (actions.stream().allMatch(Action.Tell.class::isInstance)) {
            actions.add(new Action.Drop(dropped));
        }
        limit(Action.Send.class, MOST_REDIRECTS, "redirects");
        limit(Action.Put.class, MOST_FOLDERS, "folders");
        return List.copyOf(actions);
    }

    private void limit(Class<?> kind, int most, String name) throws ScriptException {
        if (actions.stream().filter(kind::isInstance).count() > most) {
            throw new ScriptException(0, "most-" + name, most);
        }
    }

    /** Whether what stands behind is to be done, too. */
    private boolean goOn(List<Command> commands) throws ScriptException {
        for (Command command : commands) {
            if (!goOn(command)) {
                return false;
            }
        }
        return true;
    }

    private boolean goOn(Command command) throws ScriptException {
        switch (command) {
            case Command.Stop _ -> {
                return false;
            }
            case Command.If(_, var branches) -> {
                for (Command.Branch branch : branches) {
                    if (judge.holds(branch.condition())) {
                        return goOn(branch.then());
                    }
                }
            }
            case Command.Discard(var line) -> {
                implicitKeep = false;
                dropped = line;
            }
            case Command.Keep(var line, var own) -> put(line, "INBOX", own);
            case Command.FileInto(var line, var folder, var copy, var own) -> {
                boolean stays = copy && implicitKeep;
                put(line, folder.equalsIgnoreCase("INBOX") ? "INBOX" : folder, own);
                implicitKeep = stays;
            }
            case Command.Redirect(var line, var address, var copy) -> {
                implicitKeep &= copy;
                send(line, address);
            }
            case Command.Reject(var line, var reason) -> {
                implicitKeep = false;
                actions.add(new Action.Refuse(line, reason));
            }
            case Command.Vacation(var line, var answer) -> tell(line, answer);
            case Command.Flags(_, var change, var words) -> change(change, words);
        }
        return true;
    }

    private void put(int line, String folder, @Nullable List<String> own) {
        implicitKeep = false;
        Set<String> all = own == null ? flags : split(own);
        for (Action action : actions) {
            if (action instanceof Action.Put put && put.folder().equals(folder)) {
                return; // RFC 5228 2.10.3: not twice into the same folder
            }
        }
        actions.add(new Action.Put(line, folder, all));
    }

    private void send(int line, String address) {
        boolean twice =
                actions.stream()
                        .anyMatch(
                                action ->
                                        action instanceof Action.Send send
                                                && send.address().equalsIgnoreCase(address));
        if (!twice) {
            actions.add(new Action.Send(line, address));
        }
    }

    /** RFC 5230 4.7. */
    private void tell(int line, Answer answer) throws ScriptException {
        if (actions.stream().anyMatch(Action.Tell.class::isInstance)) {
            throw new ScriptException(line, "answered");
        }
        actions.add(new Action.Tell(line, answer));
    }

    private void change(Command.Flags.Change change, List<String> words) throws ScriptException {
        Set<String> named = split(words);
        switch (change) {
            case SET -> {
                flags.clear();
                flags.addAll(named);
            }
            case ADD -> flags.addAll(named);
            case REMOVE -> flags.removeIf(flag -> named.stream().anyMatch(flag::equalsIgnoreCase));
        }
        if (flags.size() > MOST_FLAGS) {
            throw new ScriptException(0, "flags", MOST_FLAGS);
        }
    }

    /** RFC 5232 2: one text may name several. */
    private static Set<String> split(List<String> words) {
        Set<String> all = new LinkedHashSet<>();
        for (String word : words) {
            Arrays.stream(word.strip().split("\\s+")).filter(Run::isFlag).forEach(all::add);
        }
        return all;
    }

    /** RFC 9051 2.3.2; only mailboxes themselves set {@code \\Recent}. */
    private static boolean isFlag(String word) {
        return word.startsWith("\\")
                ? Set.of("\\seen", "\\flagged", "\\answered", "\\deleted", "\\draft")
                        .contains(word.toLowerCase(Locale.ROOT))
                : word.matches("[A-Za-z0-9$_.!#&'+,/:;<=>?@^`|~-]{1,50}");
    }
}
