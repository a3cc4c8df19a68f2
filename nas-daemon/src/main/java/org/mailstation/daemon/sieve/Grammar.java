package org.mailstation.daemon.sieve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.sieve.Lexer.Kind;
import org.mailstation.daemon.sieve.Lexer.Word;
import org.mailstation.daemon.sieve.Statement.Item;

/** From words to statements (RFC 5228 8.2). */
final class Grammar {
    /** Brackets and braces within each other; whoever needs more wants to do harm. */
    private static final int DEEPEST = 24;

    private static final int MOST_STATEMENTS = 2000;

    private final Lexer lexer;
    private Word word;
    private int statements;

    private Grammar(String script) throws ScriptException {
        this.lexer = new Lexer(script);
        this.word = lexer.next();
    }

    static List<Statement> read(String script) throws ScriptException {
        Grammar grammar = new Grammar(script);
        List<Statement> all = grammar.commands(0);
        if (grammar.word.kind() != Kind.END) {
            throw grammar.unexpected();
        }
        return all;
    }

    private ScriptException unexpected() {
        return word.kind() == Kind.STRING
                ? new ScriptException(word.line(), "unexpected-text")
                : new ScriptException(word.line(), "unexpected", word.text());
    }

    private void take(char mark) throws ScriptException {
        if (!word.is(mark)) {
            throw new ScriptException(word.line(), "mark", mark);
        }
        word = lexer.next();
    }

    private List<Statement> commands(int depth) throws ScriptException {
        List<Statement> all = new ArrayList<>();
        while (word.kind() == Kind.NAME) {
            all.add(command(depth));
        }
        return all;
    }

    private Statement command(int depth) throws ScriptException {
        String name = word.text();
        int line = begin(depth);
        List<Item> items = items();
        List<Statement> tests = tests(depth);
        List<Statement> block = null;
        if (word.is('{')) {
            word = lexer.next();
            block = commands(depth + 1);
            take('}');
        } else {
            take(';');
        }
        return new Statement(name, line, items, tests, block);
    }

    private int begin(int depth) throws ScriptException {
        int line = word.line();
        if (depth > DEEPEST) {
            throw new ScriptException(line, "deep");
        }
        if (++statements > MOST_STATEMENTS) {
            throw new ScriptException(line, "many");
        }
        word = lexer.next();
        return line;
    }

    private List<Statement> tests(int depth) throws ScriptException {
        List<Statement> tests = new ArrayList<>();
        if (word.kind() == Kind.NAME) {
            tests.add(test(depth + 1));
        } else if (word.is('(')) {
            do {
                word = lexer.next();
                tests.add(test(depth + 1));
            } while (word.is(','));
            take(')');
        }
        return tests;
    }

    private Statement test(int depth) throws ScriptException {
        if (word.kind() != Kind.NAME) {
            throw unexpected();
        }
        String name = word.text();
        int line = begin(depth);
        return new Statement(name, line, items(), tests(depth), null);
    }

    private List<Item> items() throws ScriptException {
        List<Item> items = new ArrayList<>();
        for (Item item = item(); item != null; item = item()) {
            items.add(item);
        }
        return items;
    }

    private @Nullable Item item() throws ScriptException {
        Item item =
                switch (word.kind()) {
                    case TAG -> new Statement.Tag(word.text());
                    case NUMBER -> new Statement.Number(word.number());
                    case STRING -> new Statement.Strings(List.of(word.text()));
                    case MARK -> word.is('[') ? list() : null;
                    case NAME, END -> null;
                };
        if (item != null) {
            word = lexer.next();
        }
        return item;
    }

    /** Stops at its closing bracket. */
    private Statement.Strings list() throws ScriptException {
        List<String> values = new ArrayList<>();
        do {
            word = lexer.next();
            if (word.kind() != Kind.STRING) {
                throw unexpected();
            }
            values.add(word.text());
            word = lexer.next();
        } while (word.is(','));
        if (!word.is(']')) {
            throw unexpected();
        }
        return new Statement.Strings(values);
    }
}
