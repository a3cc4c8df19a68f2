package org.mailstation.daemon.mail;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mpt.imapmailbox.suite.base.BasicImapCommands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** James's IMAP scripts that expect something else than we answer, with our answers in them. */
class CorrectedScriptsTest {
    @TempDir(factory = MemoryFolder.class)
    static Path folder;

    private static ScriptHost.Ground ground;
    private ScriptHost host;
    private CorrectedScript script;

    @BeforeAll
    static void begin() throws Exception {
        ground = ScriptHost.Ground.in(folder);
    }

    @AfterAll
    static void end() {
        ground.close();
    }

    @BeforeEach
    void open() throws Exception {
        host = ground.host();
        script = new CorrectedScript(host);
        BasicImapCommands.welcome(script);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    private CorrectedScript signedIn() {
        BasicImapCommands.authenticate(script);
        return script;
    }

    /** With four letters in a mailbox that is selected. */
    private CorrectedScript selected() throws Exception {
        signedIn();
        BasicImapCommands.prepareMailbox(script);
        return script;
    }

    /** RFC 6851 4.3: the new UIDs are told before the letters leave. */
    @Test
    void letters_are_moved_with_their_flags() throws Exception {
        selected()
                .with(
                        """
                        C: a4 MOVE 2:3 moved
                        """,
                        """
                        C: a4 MOVE 2:3 moved
                        S: \\* OK \\[COPYUID \\d+ 2:3 1:2\\] Letters were moved\\.
                        """)
                .play("Move");
    }

    /** RFC 3501 6.4.8: a UID that no letter has is passed by. */
    @Test
    void a_move_of_no_letter_is_no_failure() throws Exception {
        selected()
                .with("S: a4 BAD MOVE failed. Invalid messageset.", "S: a4 OK \\w+ completed\\.")
                .play("MoveNoMSG");
    }

    /**
     * RFC 2046 4.1.2: the names of character sets are the same in small letters and in capitals.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FetchSimpleBodyStructure",
                "FetchMultipartBodyStructure",
                "FetchStructureEmbedded",
                "FetchStructureComplex"
            })
    void the_structure_of_a_letter_is_told(String name) throws Exception {
        selected().with("\"us-ascii\"", "\"(?i:us-ascii)\"").play(name);
    }

    /** RFC 4616 2: nobody may act as somebody else here. */
    @Test
    void everybody_signs_in_as_himself_only() throws Exception {
        script.withUser("delegate", "123456");
        for (String name : new String[] {"delegate", "imapuser"}) {
            host.createMailbox(MailboxPath.forUser(Username.of(name), name));
        }
        script.with(
                        "S: 0007 OK AUTHENTICATE completed.",
                        """
                        S: 0007 NO AUTHENTICATE Delegation is forbidden\\.
                        C: 0008 SELECT delegate
                        S: 0008 (NO|BAD) .*""")
                .upTo("# Ensure we are delegate")
                .play("AuthenticatePlain");
    }

    /**
     * In HTML we find what a reader sees, and James the names of elements, too. The header of a
     * letter within the letter is a part of the body (RFC 3501 6.4.4), in which James does not
     * look.
     */
    @Test
    void letters_are_found_by_each_thing_asked_for() throws Exception {
        signedIn()
                .with(found("BODY o", 0, 2, 3, 4, 5), found("BODY o", 0, 2, 5))
                .with(found("BODY thy", 0, 10), found("BODY thy", 0, 5, 10))
                .play("SearchAtoms");
    }

    /** Here James says himself what is right. */
    @Test
    void letters_are_found_by_their_uids_in_the_same_way() throws Exception {
        signedIn()
                .with(found("BODY o", 20, 2, 3, 4, 5), found("BODY o", 20, 2, 5))
                .with(
                        """
                        S: \\* SEARCH 30 32 37 38 39
                        S: A109 OK""",
                        """
                        S: \\* SEARCH 25 30 32 37 38 39
                        S: A109 OK""")
                .play("UidSearchAtoms");
    }

    @ParameterizedTest
    @CsvSource({"SearchCombinations, 0", "UidSearchCombinations, 20"})
    void letters_are_found_by_several_things_at_once(String name, int before) throws Exception {
        signedIn();
        for (String question : List.of("SENTBEFORE 1-Jan-2009", "\"\" DRAFT )")) {
            script.with(found(question, before, 2, 3, 4), found(question, before, 2));
        }
        script.play(name);
    }

    /**
     * The end of a question and the beginning of its answer.
     *
     * @param before how many letters came before the first
     */
    private static String found(String question, int before, int... letters) {
        return question
                + "\nS: \\* SEARCH "
                + IntStream.of(letters)
                        .mapToObj(letter -> String.valueOf(before + letter))
                        .collect(Collectors.joining(" "));
    }
}
