package org.mailstation.daemon.sieve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the statements of a script to what they say to do. */
final class CommandReader {
    /** What {@code require} may name, in the order in which mail programs are told. */
    static final List<String> EXTENSIONS =
            List.of(
                    "fileinto",
                    "reject",
                    "ereject",
                    "envelope",
                    "body",
                    "copy",
                    "imap4flags",
                    "vacation",
                    "mailbox",
                    "subaddress",
                    "comparator-i;octet",
                    "comparator-i;ascii-casemap",
                    "comparator-i;ascii-numeric");

    private static final int LONGEST_FOLDER = 200;
    private static final int MOST_DAYS = 30;

    private final Set<String> required = new HashSet<>();
    private final ConditionReader conditions = new ConditionReader(required);

    List<Command> script(List<Statement> statements) throws ScriptException {
        int first = 0;
        while (first < statements.size() && statements.get(first).name().equals("require")) {
            require(statements.get(first++));
        }
        return commands(statements.subList(first, statements.size()));
    }

    private void require(Statement statement) throws ScriptException {
        Tags tags = new Tags(statement, required);
        for (String extension : tags.texts()) {
            if (!EXTENSIONS.contains(extension)) {
                throw statement.wrong("extension", extension);
            }
            required.add(extension);
        }
        plain(statement);
        tags.end();
    }

    private List<Command> commands(List<Statement> statements) throws ScriptException {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement one = statements.get(i);
            if (one.name().equals("if")) {
                List<Command.Branch> branches = branches(statements, i);
                i += branches.size() - 1;
                commands.add(new Command.If(one.line(), branches));
            } else {
                commands.add(command(one));
            }
        }
        return commands;
    }

    private List<Command.Branch> branches(List<Statement> statements, int first)
            throws ScriptException {
        List<Command.Branch> branches = new ArrayList<>();
        branches.add(branch(statements.get(first)));
        for (int i = first + 1; i < statements.size(); i++) {
            Statement next = statements.get(i);
            if (next.name().equals("else")) {
                if (!next.tests().isEmpty() || !next.items().isEmpty()) {
                    throw next.wrong("else");
                }
                branches.add(new Command.Branch(new Condition.Always(true), block(next)));
                return branches;
            }
            if (!next.name().equals("elsif")) {
                return branches;
            }
            branches.add(branch(next));
        }
        return branches;
    }

    private Command.Branch branch(Statement statement) throws ScriptException {
        if (statement.tests().size() != 1 || !statement.items().isEmpty()) {
            throw statement.wrong("one-test", statement.name());
        }
        return new Command.Branch(conditions.read(statement.tests().getFirst()), block(statement));
    }

    private List<Command> block(Statement statement) throws ScriptException {
        List<Statement> block = statement.block();
        if (block == null) {
            throw statement.wrong("no-block", statement.name());
        }
        return commands(block);
    }

    private static void plain(Statement statement) throws ScriptException {
        if (statement.block() != null || !statement.tests().isEmpty()) {
            throw statement.wrong("block", statement.name());
        }
    }

    private Command command(Statement statement) throws ScriptException {
        Tags tags = new Tags(statement, required);
        plain(statement);
        int line = statement.line();
        Command command =
                switch (statement.name()) {
                    case "stop" -> new Command.Stop(line);
                    case "discard" -> new Command.Discard(line);
                    case "keep" -> new Command.Keep(line, flags(tags));
                    case "fileinto" -> fileInto(statement, tags);
                    case "redirect" -> redirect(statement, tags);
                    case "reject", "ereject" -> {
                        tags.needs(statement.name());
                        yield new Command.Reject(line, tags.text());
                    }
                    case "vacation" -> vacation(statement, tags);
                    case "setflag" -> flags(line, Command.Flags.Change.SET, tags);
                    case "addflag" -> flags(line, Command.Flags.Change.ADD, tags);
                    case "removeflag" -> flags(line, Command.Flags.Change.REMOVE, tags);
                    case "require" -> throw statement.wrong("require");
                    case "else", "elsif" -> throw statement.wrong("no-if");
                    default -> throw statement.wrong("command", statement.name());
                };
        tags.end();
        return command;
    }

    private static boolean copied(Tags tags) throws ScriptException {
        boolean copy = tags.flag(":copy");
        if (copy) {
            tags.needs("copy");
        }
        return copy;
    }

    private static Command redirect(Statement statement, Tags tags) throws ScriptException {
        boolean copy = copied(tags);
        String address = tags.text();
        if (!address.matches("[^\\s<>\"@,;:]{1,64}@[A-Za-z0-9.-]{1,190}")) {
            throw statement.wrong("address", address);
        }
        return new Command.Redirect(statement.line(), address, copy);
    }

    private static Command fileInto(Statement statement, Tags tags) throws ScriptException {
        tags.needs("fileinto");
        boolean copy = copied(tags);
        if (tags.flag(":create")) {
            tags.needs("mailbox"); // a missing folder is made anyway
        }
        List<String> flags = flags(tags);
        String folder = tags.text();
        if (folder.isBlank()
                || folder.length() > LONGEST_FOLDER
                || folder.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw statement.wrong("folder");
        }
        return new Command.FileInto(statement.line(), folder, copy, flags);
    }

    private static @Nullable List<String> flags(Tags tags) throws ScriptException {
        List<String> flags = tags.texts(":flags");
        if (flags != null) {
            tags.needs("imap4flags");
        }
        return flags;
    }

    private static Command flags(int line, Command.Flags.Change change, Tags tags)
            throws ScriptException {
        tags.needs("imap4flags");
        return new Command.Flags(line, change, tags.texts());
    }

    private static Command vacation(Statement statement, Tags tags) throws ScriptException {
        tags.needs("vacation");
        boolean mime = tags.flag(":mime");
        long days = Math.clamp(tags.number(":days", Answer.USUAL_DAYS), 1, MOST_DAYS);
        String subject = tags.text(":subject", "");
        String from = tags.text(":from", "");
        List<String> addresses = tags.texts(":addresses");
        String handle = tags.text(":handle", "");
        return new Command.Vacation(
                statement.line(),
                new Answer(
                        tags.text(),
                        mime,
                        (int) days,
                        subject,
                        from,
                        addresses == null ? List.of() : addresses,
                        handle));
    }
}
