package org.mailstation.daemon.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.james.mpt.api.ImapHostSystem;
import org.apache.james.mpt.imapmailbox.ImapTestConstants;
import org.apache.james.mpt.protocol.FileProtocolSessionBuilder;
import org.apache.james.mpt.protocol.ProtocolSession;
import org.apache.james.mpt.script.SimpleScriptedTestProtocol;

/**
 * One of James's scripts, in which some answers are others than James expects. A correction that
 * finds nothing to correct fails, so that none outlives its reason.
 */
final class CorrectedScript extends SimpleScriptedTestProtocol {
    private static final String FOLDER = "/org/apache/james/imap/scripts/";

    private final List<UnaryOperator<String>> corrections = new ArrayList<>();

    CorrectedScript(ImapHostSystem host) throws Exception {
        super(FOLDER, host);
        withUser(ImapTestConstants.USER, ImapTestConstants.PASSWORD);
        withLocale(Locale.US);
    }

    /** Other lines of the script in the place of these. */
    CorrectedScript with(String before, String after) {
        corrections.add(script -> found(script, before).replace(before, after));
        return this;
    }

    /** Without this line and what follows it. */
    CorrectedScript upTo(String line) {
        corrections.add(script -> script.substring(0, found(script, line).indexOf(line)));
        return this;
    }

    private static String found(String script, String part) {
        if (!script.contains(part)) {
            throw new AssertionError("the script has nothing like " + part);
        }
        return script;
    }

    /** Runs it. */
    void play(String name) throws Exception {
        run(name);
    }

    @Override
    public void addTestFile(String file, ProtocolSession session) throws Exception {
        String script = script(file);
        // what is before and after the script stays as it is
        if (session == testElements()) {
            for (UnaryOperator<String> correction : corrections) {
                script = correction.apply(script);
            }
        }
        new FileProtocolSessionBuilder()
                .addProtocolLinesFromStream(
                        new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)),
                        session,
                        file);
    }

    private static String script(String file) throws IOException {
        try (InputStream in = CorrectedScript.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new AssertionError("James has no script " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
