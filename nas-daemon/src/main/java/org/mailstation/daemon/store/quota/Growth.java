package org.mailstation.daemon.store.quota;

import java.io.IOException;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.QuotaRoot;
import org.apache.james.mailbox.store.quota.DefaultUserQuotaRootResolver;
import org.mailstation.daemon.store.commit.Operation;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.commit.Staging;
import org.mailstation.daemon.store.commit.StoreRefusal;
import org.mailstation.daemon.store.record.BoxPath;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.BoxState;

/**
 * An operation by which a mailbox grows. James looks at the limits before it begins; only in the
 * commit can two letters that come at the same instant not both take the last room (RFC 9208 4.3).
 *
 * @param box grows
 */
public record Growth<T>(Operation<T> operation, long box, RoomLimits limits)
        implements Operation<T> {
    @Override
    public Scope scope() {
        return operation.scope();
    }

    @Override
    public T plan(Staging staging) throws IOException {
        T answer = operation.plan(staging);
        BoxRecord grown = staging.index().box(box);
        if (grown != null && limits.areSet()) {
            check(staging, grown.path());
        }
        return answer;
    }

    private void check(Staging staging, BoxPath path) throws StoreRefusal {
        QuotaRoot root = root(path);
        long mostLetters =
                limits.getMaxMessage(limits.listMaxMessagesDetails(root))
                        .filter(limit -> !limit.isUnlimited())
                        .map(limit -> limit.asLong())
                        .orElse(Long.MAX_VALUE);
        long mostOctets =
                limits.getMaxStorage(limits.listMaxStorageDetails(root))
                        .filter(limit -> !limit.isUnlimited())
                        .map(limit -> limit.asLong())
                        .orElse(Long.MAX_VALUE);
        long letters = 0;
        long octets = 0;
        for (BoxRecord one : staging.index().boxes(path.user(), path.namespace())) {
            BoxState state = staging.state(one.id());
            letters += state.exists();
            octets += state.octets();
        }
        if (letters > mostLetters) {
            throw new StoreRefusal.NoRoom(StoreRefusal.NoRoom.Of.LETTERS, mostLetters, letters);
        }
        if (octets > mostOctets) {
            throw new StoreRefusal.NoRoom(StoreRefusal.NoRoom.Of.OCTETS, mostOctets, octets);
        }
    }

    private static QuotaRoot root(BoxPath path) {
        return QuotaRoot.quotaRoot(
                path.namespace() + DefaultUserQuotaRootResolver.SEPARATOR + path.user(),
                Username.of(path.user()).getDomainPart());
    }
}
