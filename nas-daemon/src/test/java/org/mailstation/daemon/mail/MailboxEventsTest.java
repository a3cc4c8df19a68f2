package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.james.core.Username;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener.ReactiveEventListener;
import org.apache.james.events.Group;
import org.apache.james.events.Registration;
import org.apache.james.events.RegistrationKey;
import org.apache.james.events.delivery.InVmEventDelivery;
import org.apache.james.mailbox.MailboxSessionUtil;
import org.apache.james.mailbox.events.MailboxIdRegistrationKey;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.TestId;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.store.event.EventFactory;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

class MailboxEventsTest {
    private static final Username ANNA = Username.of("anna@home.test");
    private static final RegistrationKey INBOX = new MailboxIdRegistrationKey(TestId.of(1));
    private static final RegistrationKey SENT = new MailboxIdRegistrationKey(TestId.of(2));

    private final MailboxEvents events = new MailboxEvents(new InVmEventDelivery(new NoMetrics()));
    private final List<String> heard = new ArrayList<>();

    private ReactiveEventListener listener(String name) {
        return listener(name, () -> {});
    }

    private ReactiveEventListener listener(String name, Runnable then) {
        return new ReactiveEventListener() {
            @Override
            public Publisher<Void> reactiveEvent(Event event) {
                return Mono.fromRunnable(
                        () -> {
                            heard.add(name);
                            then.run();
                        });
            }

            @Override
            public boolean isHandling(Event event) {
                return true;
            }
        };
    }

    private Registration register(ReactiveEventListener listener, RegistrationKey key) {
        Registration registration = Mono.from(events.register(listener, key)).block();
        assertThat(registration).isNotNull();
        return registration;
    }

    private void happens(RegistrationKey... keys) {
        Event event =
                EventFactory.mailboxAdded()
                        .randomEventId()
                        .mailboxSession(MailboxSessionUtil.create(ANNA))
                        .mailbox(
                                new Mailbox(
                                        MailboxPath.inbox(ANNA), UidValidity.of(7), TestId.of(1)))
                        .build();
        events.dispatch(event, Set.of(keys)).block();
    }

    @Test
    void somebody_who_begins_to_listen_while_others_are_told_does_no_harm() {
        register(listener("first", () -> register(listener("late"), INBOX)), INBOX);
        register(listener("second", () -> register(listener("late"), INBOX)), INBOX);

        happens(INBOX);

        assertThat(heard).contains("first", "second");
    }

    @Test
    void listeners_hear_of_their_own_mailbox_and_once_only() {
        ReactiveEventListener both = listener("both");
        register(both, INBOX);
        register(both, SENT);
        register(listener("sent"), SENT);

        happens(INBOX);
        assertThat(heard).containsExactly("both");

        happens(INBOX, SENT);
        assertThat(heard).containsExactlyInAnyOrder("both", "both", "sent");
    }

    @Test
    void who_has_stopped_listening_hears_nothing() {
        Registration registration = register(listener("gone"), INBOX);
        Mono.from(registration.unregister()).block();

        happens(INBOX);

        assertThat(heard).isEmpty();
    }

    @Test
    void a_group_hears_of_every_mailbox() {
        events.register(listener("group"), new EveryMailbox());

        happens(INBOX);

        assertThat(heard).containsExactly("group");
    }

    private static final class EveryMailbox extends Group {}
}
