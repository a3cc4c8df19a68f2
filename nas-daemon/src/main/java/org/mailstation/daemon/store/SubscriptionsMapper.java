package org.mailstation.daemon.store;

import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.SubscriptionException;
import org.apache.james.mailbox.store.user.SubscriptionMapper;
import org.apache.james.mailbox.store.user.model.Subscription;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.record.Change;

/** The mailboxes that a user's clients want to see (RFC 9051, 6.3.7). */
record SubscriptionsMapper(Engine engine) implements SubscriptionMapper {
    @Override
    public void save(Subscription subscription) throws SubscriptionException {
        change(
                new Change.PutSubscription(
                        subscription.getUser().asString(), subscription.getMailbox()));
    }

    @Override
    public void delete(Subscription subscription) throws SubscriptionException {
        change(
                new Change.RemoveSubscription(
                        subscription.getUser().asString(), subscription.getMailbox()));
    }

    private void change(Change change) throws SubscriptionException {
        try {
            engine.run(
                    Scope.changing(Scope.CATALOGUE),
                    transaction -> {
                        transaction.put(change);
                        return true;
                    });
        } catch (MailboxException e) {
            throw new SubscriptionException(e);
        }
    }

    @Override
    public List<Subscription> findSubscriptionsForUser(Username user) {
        return engine.index().subscriptions(user.asString()).stream()
                .map(mailbox -> new Subscription(user, mailbox))
                .toList();
    }
}
