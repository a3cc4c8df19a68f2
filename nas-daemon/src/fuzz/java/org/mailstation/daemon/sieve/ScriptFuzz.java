package org.mailstation.daemon.sieve;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Scripts as anybody with a mailbox may store them, and letters as anybody may send them. */
class ScriptFuzz {
    private static final int LONGEST_PART = 2_000;

    @FuzzTest(maxDuration = "3m")
    @DictionaryEntries({
        "require",
        "[\\\"fileinto\\\"",
        "if ",
        "elsif",
        "else",
        "allof",
        "anyof",
        "not ",
        "header",
        "address",
        "envelope",
        "exists",
        "size",
        "body",
        ":contains",
        ":matches",
        ":is",
        ":over",
        ":comparator",
        "\\\"i;ascii-numeric\\\"",
        "fileinto",
        "redirect",
        "vacation",
        ":days",
        ":mime",
        "setflag",
        "addflag",
        ":flags",
        "text:\\x0a",
        "\\x0a.\\x0a",
        "keep;",
        "stop;",
        "discard;",
        "reject",
        "imap4flags",
        "100K",
        "/*",
        "*/"
    })
    void a_script_is_understood_or_refused_and_then_decides(FuzzedDataProvider data) {
        SieveMail mail =
                new Mail(
                        data.consumeString(LONGEST_PART),
                        data.consumeString(LONGEST_PART),
                        data.consumeInt(0, Integer.MAX_VALUE));
        try {
            Script script = Script.read(data.consumeRemainingAsString());
            List<Action> actions = script.run(mail);
            if (actions.isEmpty()) {
                throw new IllegalStateException("a letter that nothing becomes of");
            }
        } catch (ScriptException refused) {
            if (refused.sentence().isBlank()) {
                throw new IllegalStateException("refused without a word", refused);
            }
        }
    }

    /** Every field has the same content. */
    private record Mail(String field, String text, long size) implements SieveMail {
        @Override
        public List<String> header(String name) {
            return List.of(field);
        }

        @Override
        public List<String> addresses(String name) {
            return List.of(field);
        }

        @Override
        public String sender() {
            return field;
        }

        @Override
        public String recipient() {
            return "anna@home.example";
        }

        @Override
        public String body(boolean raw) {
            return text;
        }
    }
}
