package org.mailstation.daemon.mail.managesieve;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.mailstation.daemon.filters.Filters;
import org.mailstation.daemon.sieve.Script;
import org.mailstation.daemon.sieve.ScriptException;
import org.mailstation.daemon.store.sieve.Scripts;

/** The commands of somebody who has signed in (RFC 5804 2.5 to 2.12). */
record SieveCommands(Filters filters) {
    private static final SieveReply NONE =
            SieveReply.no("NONEXISTENT", "There is no script of this name");

    /**
     * @param verb in upper case
     */
    SieveReply answer(String account, String verb, List<String> words) throws IOException {
        int wanted =
                switch (verb) {
                    case "LISTSCRIPTS" -> 1;
                    case "HAVESPACE", "PUTSCRIPT", "RENAMESCRIPT" -> 3;
                    case "SETACTIVE", "GETSCRIPT", "DELETESCRIPT", "CHECKSCRIPT" -> 2;
                    default -> 0;
                };
        if (wanted != words.size()) {
            return SieveReply.no("", wanted == 0 ? "Unknown command" : "Wrong number of words");
        }
        String first = wanted > 1 ? words.get(1) : "";
        String second = wanted > 2 ? words.get(2) : "";
        try {
            return switch (verb) {
                case "HAVESPACE" -> haveSpace(account, first, second);
                case "PUTSCRIPT" -> room(filters.put(account, first, second));
                case "RENAMESCRIPT" -> rename(account, first, second);
                case "SETACTIVE" -> done(filters.activate(account, first));
                case "GETSCRIPT" -> get(account, first);
                case "DELETESCRIPT" -> delete(account, first);
                case "CHECKSCRIPT" -> {
                    Script _ = Script.read(first);
                    yield SieveReply.ok("", "It can be used");
                }
                default -> list(account);
            };
        } catch (ScriptException e) {
            return SieveReply.no("", e.sentence());
        }
    }

    private SieveReply haveSpace(String account, String name, String size) throws IOException {
        boolean tooLong = !size.matches("[0-9]{1,9}") || Long.parseLong(size) > Script.LONGEST;
        return tooLong
                ? SieveReply.no("QUOTA/MAXSIZE", "At most " + Script.LONGEST + " octets")
                : room(filters.mayPut(account, name));
    }

    private static SieveReply room(Filters.Put put) {
        return switch (put) {
            case DONE -> SieveReply.ok("", "Done");
            case NAME -> SieveReply.no("", "A script cannot have this name");
            case MANY ->
                    SieveReply.no(
                            "QUOTA/MAXSCRIPTS", "At most " + Filters.MOST_SCRIPTS + " scripts");
        };
    }

    private static SieveReply done(boolean found) {
        return found ? SieveReply.ok("", "Done") : NONE;
    }

    private SieveReply rename(String account, String from, String to) throws IOException {
        if (filters.read(account, to) != null) {
            return SieveReply.no("ALREADYEXISTS", "There is a script of this name already");
        }
        Filters.Put room = filters.mayPut(account, to);
        return room == Filters.Put.NAME ? room(room) : done(filters.rename(account, from, to));
    }

    private SieveReply get(String account, String name) throws IOException {
        String text = filters.read(account, name);
        return text == null ? NONE : SieveReply.text(text);
    }

    private SieveReply delete(String account, String name) throws IOException {
        return switch (filters.remove(account, name)) {
            case GONE -> SieveReply.ok("", "Done");
            case NONE -> NONE;
            case ACTIVE -> SieveReply.no("ACTIVE", "The active script cannot be deleted");
        };
    }

    private SieveReply list(String account) throws IOException {
        return SieveReply.ok(
                filters.list(account).stream()
                        .map(SieveCommands::line)
                        .collect(Collectors.joining()),
                "Done");
    }

    private static String line(Scripts.Named one) {
        return SieveReply.quoted(one.name()) + (one.active() ? " ACTIVE" : "") + "\r\n";
    }
}
