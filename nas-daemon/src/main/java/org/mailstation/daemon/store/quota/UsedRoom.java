package org.mailstation.daemon.store.quota;

import org.apache.james.core.quota.QuotaCountUsage;
import org.apache.james.core.quota.QuotaSizeUsage;
import org.apache.james.mailbox.model.CurrentQuotas;
import org.apache.james.mailbox.model.QuotaOperation;
import org.apache.james.mailbox.model.QuotaRoot;
import org.apache.james.mailbox.quota.CurrentQuotaManager;
import org.apache.james.mailbox.store.quota.DefaultUserQuotaRootResolver;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.BoxState;
import reactor.core.publisher.Mono;

/**
 * What an account's letters take: the sum of the counters that its mailboxes keep anyway, in the
 * same commit as the letters. So it is exact at every moment, also after a crash and after the
 * index was rebuilt, and there is nothing that could drift away from the letters.
 */
public record UsedRoom(Index index) implements CurrentQuotaManager {
    @Override
    public Mono<CurrentQuotas> getCurrentQuotas(QuotaRoot root) {
        return Mono.fromCallable(() -> used(root));
    }

    @Override
    public Mono<QuotaCountUsage> getCurrentMessageCount(QuotaRoot root) {
        return getCurrentQuotas(root).map(CurrentQuotas::count);
    }

    @Override
    public Mono<QuotaSizeUsage> getCurrentStorage(QuotaRoot root) {
        return getCurrentQuotas(root).map(CurrentQuotas::size);
    }

    private CurrentQuotas used(QuotaRoot root) {
        String[] parts = root.getValue().split(DefaultUserQuotaRootResolver.SEPARATOR, 2);
        if (parts.length < 2) {
            return CurrentQuotas.emptyQuotas();
        }
        long letters = 0;
        long octets = 0;
        for (BoxRecord box : index.boxes(parts[1], parts[0])) {
            BoxState state = index.state(box.id());
            letters += state.exists();
            octets += state.octets();
        }
        return new CurrentQuotas(QuotaCountUsage.count(letters), QuotaSizeUsage.size(octets));
    }

    /** Nothing to do: the letters have been counted with their commit. */
    @Override
    public Mono<Void> increase(QuotaOperation operation) {
        return Mono.empty();
    }

    /** Nothing to do: the letters are gone from the count with their commit. */
    @Override
    public Mono<Void> decrease(QuotaOperation operation) {
        return Mono.empty();
    }

    /** Nothing to do: there is no second count that could need to be set right. */
    @Override
    public Mono<Void> setCurrentQuotas(QuotaOperation operation) {
        return Mono.empty();
    }
}
