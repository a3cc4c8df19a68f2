package org.mailstation.daemon.store;

import java.io.IOException;
import java.time.Clock;
import java.util.function.Function;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.core.quota.QuotaCountUsage;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.apache.james.core.quota.QuotaSizeUsage;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.apache.james.mailbox.model.MailboxId;
import org.mailstation.daemon.store.commit.Committer;
import org.mailstation.daemon.store.commit.Operation;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.commit.Staging;
import org.mailstation.daemon.store.commit.StoreRefusal;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.quota.Growth;
import org.mailstation.daemon.store.quota.RoomLimits;
import org.mailstation.daemon.store.record.BoxRecord;

/** What all mappers work with. */
record Engine(
        Index index,
        Committer committer,
        LetterFiles files,
        Carrying carrying,
        RoomLimits limits,
        Clock clock) {
    /** The part of an operation that runs in the commit. */
    interface Plan<T> {
        T plan(Staging staging) throws IOException;
    }

    <T> T run(Scope scope, Plan<T> plan) throws MailboxException {
        return run(
                new Operation<T>() {
                    @Override
                    public Scope scope() {
                        return scope;
                    }

                    @Override
                    public T plan(Staging staging) throws IOException {
                        return plan.plan(staging);
                    }
                });
    }

    <T> T run(Operation<T> operation) throws MailboxException {
        try {
            return committer.run(operation);
        } catch (StoreRefusal refusal) {
            throw translate(refusal);
        } catch (IOException e) {
            throw new MailboxException("The mail store could not save the change", e);
        }
    }

    /**
     * Like {@link #run(Operation)}, within the limits of the account.
     *
     * @param box grows by the operation
     */
    <T> T grow(long box, Operation<T> operation) throws MailboxException {
        return run(new Growth<>(operation, box, limits));
    }

    /**
     * @param wrap what James expects here instead of its checked exception
     */
    <T> T run(Scope scope, Plan<T> plan, Function<MailboxException, RuntimeException> wrap) {
        try {
            return run(scope, plan);
        } catch (MailboxException e) {
            throw wrap.apply(e);
        }
    }

    BoxRecord box(MailboxId id) throws MailboxNotFoundException {
        BoxRecord box = index.box(BoxId.of(id));
        if (box == null) {
            throw new MailboxNotFoundException(id);
        }
        return box;
    }

    /** For use in a plan. */
    static BoxRecord box(Staging staging, long id) throws StoreRefusal {
        BoxRecord box = staging.index().box(id);
        if (box == null) {
            throw new StoreRefusal.NoSuchMailbox(id);
        }
        return box;
    }

    private static MailboxException translate(StoreRefusal refusal) {
        return switch (refusal) {
            case StoreRefusal.MailboxExists exists -> new MailboxExistsException(exists.name());
            case StoreRefusal.NoSuchMailbox missing ->
                    new MailboxNotFoundException(new BoxId(missing.id()));
            case StoreRefusal.NoRoom full -> translate(full);
        };
    }

    private static MailboxException translate(StoreRefusal.NoRoom full) {
        return switch (full.of()) {
            case LETTERS ->
                    new OverQuotaException(
                            full.getMessage(),
                            QuotaCountLimit.count(full.most()),
                            QuotaCountUsage.count(full.wanted()));
            case OCTETS ->
                    new OverQuotaException(
                            full.getMessage(),
                            QuotaSizeLimit.size(full.most()),
                            QuotaSizeUsage.size(full.wanted()));
        };
    }
}
