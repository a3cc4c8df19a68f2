package org.mailstation.daemon.ctl;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Secret;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

/**
 * The person or script in front of the program.
 *
 * @param console {@code null} where input or output is not a terminal
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, @Nullable Console console) {
    void say(Text text) {
        out.println(text.words());
    }

    void complain(Text text) {
        err.println(text.words());
    }

    /** Tells a script the whole answer as JSON, or a person in words. */
    void answer(Object answer, boolean json, Supplier<List<String>> words) {
        if (json) {
            out.println(ControlJson.write(answer));
        } else {
            words.get().forEach(out::println);
        }
    }

    /** Everything on standard input as text. */
    String readAll() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /**
     * A secret from standard input: everything up to the end, without the line end that {@code
     * echo} adds.
     */
    Secret readSecret() throws CtlException {
        try {
            String text = readAll();
            int end = text.endsWith("\r\n") ? 2 : text.endsWith("\n") ? 1 : 0;
            if (text.length() == end) {
                throw new CtlException(Exit.REJECTED, Text.of("ctl.secret.empty"));
            }
            return new Secret(text.substring(0, text.length() - end));
        } catch (IOException unreadable) {
            throw new CtlException(Exit.NOT_FOUND, Text.of("ctl.stdin.unreadable"));
        }
    }

    /** A password typed twice without echo. */
    Secret askPassword(String address) throws CtlException {
        if (console == null) {
            throw new CtlException(Exit.USAGE, Text.of("ctl.password.no-terminal"));
        }
        char[] first = console.readPassword("%s ", Text.of("ctl.password.ask", address).words());
        char[] again = console.readPassword("%s ", Text.of("ctl.password.again").words());
        if (first == null || again == null) {
            throw new CtlException(Exit.DECLINED, Text.of("ctl.declined"));
        }
        if (!java.util.Arrays.equals(first, again)) {
            throw new CtlException(Exit.REJECTED, Text.of("ctl.password.differ"));
        }
        return new Secret(new String(first));
    }

    /** Asks for a yes. Whatever is not one, the end of the input too, is a no. */
    boolean agrees(Text question) throws IOException {
        out.print(question.words() + " ");
        out.flush();
        String answer =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        String word = answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
        return word.equals("y") || word.equals("yes") || word.equals("j") || word.equals("ja");
    }
}
