package org.mailstation.daemon.mail.managesieve;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Commands of ManageSieve, in quotes and in literals. */
class SieveWordsFuzz {
    @FuzzTest(maxDuration = "3m")
    void a_command_is_cut_into_words_or_refused(FuzzedDataProvider data) {
        byte[] command = data.consumeRemainingAsBytes();
        try {
            List<String> words = SieveWords.of(command);
            if (words.stream().mapToInt(String::length).sum() > command.length) {
                throw new IllegalStateException("words that nobody said");
            }
        } catch (SieveWords.NoWordException refused) {
            if (String.valueOf(refused.getMessage()).isBlank()) {
                throw new IllegalStateException("refused without a word", refused);
            }
        }
    }
}
