package org.mailstation.daemon.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.events.Event;
import org.apache.james.events.EventBus;
import org.apache.james.events.EventListener;
import org.apache.james.events.Registration;
import org.apache.james.events.RegistrationKey;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.processor.base.SelectedMailboxImpl;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MailboxSessionUtil;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.MailboxMetaData;
import org.apache.james.mailbox.MessageManager.MailboxMetaData.Item;
import org.apache.james.mailbox.MessageSequenceNumber;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.model.ComposedMessageId;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.TestId;
import org.apache.james.mailbox.model.TestMessageId;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.apache.james.mailbox.store.event.EventFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Over James's own selected mailbox, with news that come while the client is being told. */
class LosslessSelectionTest {
    private static final Username ANNA = Username.of("anna@home.test");
    private static final MailboxSession OTHERS = MailboxSessionUtil.create(ANNA);
    private static final MessageUid FIRST = MessageUid.of(1);
    private static final MessageUid SECOND = MessageUid.of(2);
    private static final MessageUid THIRD = MessageUid.of(3);

    private final Mailbox inbox =
            new Mailbox(MailboxPath.inbox(ANNA), UidValidity.of(7), TestId.of(1));
    private final SortedSet<MessageUid> stored = new TreeSet<>(Set.of(FIRST));
    private MessageUid next = SECOND;
    private SelectedMailboxImpl james;
    private LosslessSelection selection;

    @BeforeEach
    void select() throws Exception {
        MessageManager letters = mock(MessageManager.class);
        when(letters.getId()).thenReturn(inbox.getMailboxId());
        when(letters.getApplicableFlagsReactive(any())).thenReturn(Mono.just(new Flags()));
        when(letters.search(any(), any())).thenReturn(Flux.just(FIRST));
        when(letters.getMailboxEntity()).thenReturn(inbox);
        when(letters.getMetaData(any(), any(), ArgumentMatchers.<EnumSet<Item>>any()))
                .thenAnswer(_ -> uidNext());
        when(letters.listMessagesMetadata(any(), any()))
                .thenAnswer(asked -> listed(asked.getArgument(0)));
        EventBus events = mock(EventBus.class);
        when(events.register(
                        any(EventListener.ReactiveEventListener.class), any(RegistrationKey.class)))
                .thenReturn(Mono.just((Registration) Mono::empty));
        ImapSession session = mock(ImapSession.class);
        when(session.getMailboxSession()).thenReturn(MailboxSessionUtil.create(ANNA));
        james = new SelectedMailboxImpl(mock(MailboxManager.class), events, session, letters);
        james.finishInit().block();
        selection = new LosslessSelection(james, OTHERS);
        assertThat(selection.existsCount()).isOne();
    }

    private MailboxMetaData uidNext() {
        MailboxMetaData metaData = mock(MailboxMetaData.class);
        when(metaData.getUidNext()).thenReturn(next);
        return metaData;
    }

    private Flux<ComposedMessageIdWithMetaData> listed(MessageRange range) {
        return Flux.fromIterable(List.copyOf(stored))
                .filter(range::includes)
                .map(
                        uid ->
                                ComposedMessageIdWithMetaData.builder()
                                        .composedMessageId(
                                                new ComposedMessageId(
                                                        inbox.getMailboxId(), id(uid), uid))
                                        .flags(new Flags())
                                        .modSeq(ModSeq.of(9))
                                        .threadId(ThreadId.fromBaseMessageId(id(uid)))
                                        .build());
    }

    private static TestMessageId id(MessageUid uid) {
        return TestMessageId.of(uid.asLong());
    }

    private void happens(Event event) {
        Mono.from(james.reactiveEvent(event)).block();
    }

    private void flagged(MessageUid uid) {
        UpdatedFlags change =
                UpdatedFlags.builder()
                        .uid(uid)
                        .modSeq(ModSeq.of(9))
                        .oldFlags(new Flags())
                        .newFlags(new Flags(Flags.Flag.FLAGGED))
                        .build();
        happens(
                EventFactory.flagsUpdated()
                        .randomEventId()
                        .mailboxSession(OTHERS)
                        .mailbox(inbox)
                        .updatedFlag(change)
                        .build());
    }

    private static MessageMetaData letter(MessageUid uid) {
        TestMessageId id = id(uid);
        return new MessageMetaData(
                uid,
                ModSeq.of(9),
                new Flags(),
                10,
                new Date(0),
                Optional.of(new Date(0)),
                id,
                ThreadId.fromBaseMessageId(id));
    }

    /** A letter is in the mailbox, and the news of it on their way. */
    private void isStored(MessageUid uid) {
        stored.add(uid);
        next = stored.last().next();
    }

    private void came(MessageUid uid) {
        isStored(uid);
        newsOf(uid);
    }

    private void newsOf(MessageUid uid) {
        happens(
                EventFactory.added()
                        .randomEventId()
                        .mailboxSession(OTHERS)
                        .mailbox(inbox)
                        .addMetaData(letter(uid))
                        .isDelivery(true)
                        .build());
    }

    private void left(MessageUid uid) {
        stored.remove(uid);
        happens(
                EventFactory.expunged()
                        .randomEventId()
                        .mailboxSession(OTHERS)
                        .mailbox(inbox)
                        .addMetaData(letter(uid))
                        .build());
    }

    @Test
    void a_flag_that_changes_again_while_the_client_is_told_of_it_is_told_once_more() {
        flagged(FIRST);
        assertThat(selection.flagUpdateUids()).containsExactly(FIRST);

        flagged(FIRST);
        selection.resetEvents();

        assertThat(selection.flagUpdateUids()).containsExactly(FIRST);
        assertThat(selection.flagUpdateUids()).isEmpty();
    }

    @Test
    void a_letter_that_comes_while_the_client_is_told_of_others_is_told_next_time() {
        assertThat(selection.isSizeChanged()).isFalse();

        came(SECOND);
        selection.resetEvents();

        assertThat(selection.isSizeChanged()).isTrue();
        assertThat(selection.isSizeChanged()).isFalse();
    }

    @Test
    void a_letter_that_comes_and_leaves_while_the_client_is_told_comes_before_it_leaves() {
        assertThat(selection.isSizeChanged()).isFalse();
        came(SECOND);
        left(SECOND);
        assertThat(selection.expungedUids()).isEmpty();
        selection.resetExpungedUids();

        assertThat(selection.isSizeChanged()).isTrue();
        assertThat(selection.expungedUids()).containsExactly(SECOND);
    }

    @Test
    void a_letter_that_leaves_while_the_client_is_told_of_another_is_told_next_time() {
        left(FIRST);
        selection.isSizeChanged();
        assertThat(selection.expungedUids()).containsExactly(FIRST);
        came(SECOND);
        left(SECOND);
        selection.remove(FIRST);
        selection.resetExpungedUids();

        assertThat(selection.isSizeChanged()).isTrue();
        assertThat(selection.expungedUids()).containsExactly(SECOND);
    }

    @Test
    void a_letter_of_which_nobody_has_heard_yet_does_not_leave() {
        left(SECOND);
        assertThat(selection.isSizeChanged()).isFalse();
        assertThat(selection.expungedUids()).isEmpty();

        came(SECOND);

        assertThat(selection.isSizeChanged()).isTrue();
        assertThat(selection.expungedUids()).containsExactly(SECOND);
    }

    private static int number(SelectedMailbox selected, MessageUid uid) {
        return selected.msn(uid).foldSilent(() -> 0, MessageSequenceNumber::asInt);
    }

    @Test
    void a_letter_that_was_not_told_of_has_no_number_so_that_nothing_is_said_of_it() {
        isStored(SECOND);
        flagged(SECOND);
        assertThat(selection.isSizeChanged()).isFalse();
        assertThat(selection.flagUpdateUids()).containsExactly(SECOND);
        newsOf(SECOND);

        assertThat(number(selection, SECOND)).isZero();
        assertThat(selection.getLastUid()).contains(FIRST);
        assertThat(selection.existsCount()).isOne();

        assertThat(selection.isSizeChanged()).isTrue();
        assertThat(number(selection, SECOND)).isEqualTo(2);
        assertThat(selection.getLastUid()).contains(SECOND);
        assertThat(selection.existsCount()).isEqualTo(2);
    }

    @Test
    void a_letter_whose_news_were_overtaken_by_those_of_the_next_has_its_number_at_once() {
        isStored(SECOND);
        came(THIRD);

        assertThat(selection.isSizeChanged()).isTrue();
        assertThat(selection.existsCount()).isEqualTo(3);
        assertThat(number(selection, THIRD)).isEqualTo(3);

        newsOf(SECOND);
        assertThat(number(selection, THIRD)).isEqualTo(3);
    }

    @Test
    void the_last_letter_told_of_may_leave() {
        came(SECOND);
        assertThat(selection.isSizeChanged()).isTrue();
        left(SECOND);
        selection.isSizeChanged();
        assertThat(selection.expungedUids()).containsExactly(SECOND);
        selection.remove(SECOND);
        selection.resetExpungedUids();

        assertThat(selection.existsCount()).isOne();
        assertThat(selection.getLastUid()).contains(FIRST);
    }
}
