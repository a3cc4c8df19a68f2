package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession.SessionId;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.TestId;
import org.apache.james.mailbox.model.TestMessageId;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.store.event.EventFactory;
import org.junit.jupiter.api.Test;

class JunkLessonTest {
    private static final Username ANNA = Username.of("anna@home.test");

    /** Hundreds of lessons may wait; with all of a whole archive they would fill a small heap. */
    @Test
    void of_very_many_letters_a_few_are_kept_until_there_is_time_to_learn() {
        TreeMap<MessageUid, MessageMetaData> letters = new TreeMap<>();
        LongStream.rangeClosed(1, 2000)
                .mapToObj(MessageUid::of)
                .forEach(uid -> letters.put(uid, letter(uid)));

        JunkLearning.Lesson lesson =
                JunkLearning.Lesson.of(
                        EventFactory.added()
                                .randomEventId()
                                .user(ANNA)
                                .sessionId(SessionId.of(1))
                                .mailboxId(TestId.of(1))
                                .mailboxPath(MailboxPath.forUser(ANNA, "Spam"))
                                .metaData(letters)
                                .isDelivery(false)
                                .build());

        assertThat(lesson.letters()).hasSize(100).startsWith(MessageUid.of(1)).isSorted();
        assertThat(lesson.account()).isEqualTo(ANNA);
        assertThat(lesson.isOfJunk()).isTrue();
    }

    private static MessageMetaData letter(MessageUid uid) {
        TestMessageId id = TestMessageId.of(uid.asLong());
        return new MessageMetaData(
                uid,
                ModSeq.first(),
                new Flags(),
                1,
                new Date(0),
                Optional.empty(),
                id,
                ThreadId.fromBaseMessageId(id));
    }
}
