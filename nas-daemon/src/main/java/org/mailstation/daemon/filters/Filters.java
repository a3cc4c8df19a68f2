package org.mailstation.daemon.filters;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.sieve.Script;
import org.mailstation.daemon.sieve.ScriptException;
import org.mailstation.daemon.store.sieve.Scripts;

/**
 * The scripts of accounts; none gets in that cannot be understood. Safe for use by many threads.
 */
public final class Filters {
    /** Of one account; each is at most {@link Script#LONGEST}. */
    public static final int MOST_SCRIPTS = 16;

    private static final int LONGEST_NAME = 100;

    private record Understood(String text, Script script) {}

    private final Scripts scripts;
    private final Map<String, Understood> active = new ConcurrentHashMap<>();

    public Filters(Scripts scripts) {
        this.scripts = scripts;
    }

    public List<Scripts.Named> list(String account) throws IOException {
        return scripts.list(account);
    }

    public @Nullable String read(String account, String name) throws IOException {
        return scripts.read(account, name);
    }

    /** What came of putting a script. */
    public enum Put {
        DONE,
        NAME,
        MANY
    }

    /**
     * @throws ScriptException if it cannot be understood; then nothing has changed
     */
    public Put put(String account, String name, String text) throws IOException, ScriptException {
        Script _ = Script.read(text);
        Put room = mayPut(account, name);
        if (room == Put.DONE) {
            scripts.put(account, name, text);
        }
        return room;
    }

    /** Whether there may be a script of this name. */
    public Put mayPut(String account, String name) throws IOException {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.matches(".*[\\p{C}/\\\\].*")) {
            return Put.NAME;
        }
        List<Scripts.Named> all = scripts.list(account);
        boolean there = all.stream().anyMatch(one -> one.name().equals(name));
        return there || all.size() < MOST_SCRIPTS ? Put.DONE : Put.MANY;
    }

    /**
     * @param name empty: none
     * @return whether there is one of this name
     */
    public boolean activate(String account, String name) throws IOException {
        return scripts.activate(account, name);
    }

    /**
     * @return whether there is one of this name
     */
    public boolean rename(String account, String from, String to) throws IOException {
        return scripts.rename(account, from, to);
    }

    public Scripts.Removed remove(String account, String name) throws IOException {
        return scripts.remove(account, name);
    }

    /**
     * The script that the letters of an account pass, or {@code null} if none does.
     *
     * @throws ScriptException if it is not understood, for example since an older version of this
     *     program took it
     */
    public @Nullable Script active(String account) throws IOException, ScriptException {
        String text = scripts.active(account);
        if (text == null) {
            active.remove(account);
            return null;
        }
        Understood known = active.get(account);
        if (known != null && known.text().equals(text)) {
            return known.script();
        }
        Script script = Script.read(text);
        active.put(account, new Understood(text, script));
        return script;
    }

    /** Forgets the accounts that are no more. */
    public void retain(Set<String> accounts) throws IOException {
        active.keySet().retainAll(accounts);
        scripts.retain(accounts);
    }

    /** Name of the active script; empty if there is none. */
    public String activeName(String account) throws IOException {
        return scripts.list(account).stream()
                .filter(Scripts.Named::active)
                .map(Scripts.Named::name)
                .findFirst()
                .orElse("");
    }
}
