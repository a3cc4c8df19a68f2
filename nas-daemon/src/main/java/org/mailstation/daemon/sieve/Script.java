package org.mailstation.daemon.sieve;

import java.util.List;

/** A script that has been understood as a whole; it can run as often as needed. */
public final class Script {
    /** Characters. */
    public static final int LONGEST = 64 * 1024;

    private final List<Command> commands;

    private Script(List<Command> commands) {
        this.commands = List.copyOf(commands);
    }

    /** Names of the extensions that a script may ask for. */
    public static List<String> extensions() {
        return CommandReader.EXTENSIONS;
    }

    /**
     * @throws ScriptException if any part of it cannot be understood
     */
    public static Script read(String text) throws ScriptException {
        if (text.length() > LONGEST) {
            throw new ScriptException(0, "long", LONGEST);
        }
        return new Script(new CommandReader().script(Grammar.read(text)));
    }

    /**
     * What is to become of a letter; at least one thing.
     *
     * @throws ScriptException if it asks for too much
     */
    public List<Action> run(SieveMail mail) throws ScriptException {
        return new Run(mail).of(commands);
    }
}
