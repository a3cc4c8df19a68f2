package org.mailstation.daemon.store.quota;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.core.Domain;
import org.apache.james.core.quota.QuotaLimitValue;
import org.apache.james.mailbox.model.Quota;
import org.apache.james.mailbox.model.QuotaRoot;
import org.jspecify.annotations.Nullable;

/** Limits of one kind, for accounts, for domains and for everybody. */
final class Limits<T extends QuotaLimitValue<T>> {
    private final Map<QuotaRoot, T> ofAccounts = new ConcurrentHashMap<>();
    private final Map<Domain, T> ofDomains = new ConcurrentHashMap<>();
    private volatile @Nullable T ofAll;

    boolean areSet() {
        return ofAll != null || !ofAccounts.isEmpty() || !ofDomains.isEmpty();
    }

    void set(QuotaRoot account, T limit) {
        ofAccounts.put(account, limit);
    }

    void remove(QuotaRoot account) {
        ofAccounts.remove(account);
    }

    /** Exchanges all limits of accounts. */
    void setAccounts(Map<QuotaRoot, T> limits) {
        ofAccounts.putAll(limits);
        ofAccounts.keySet().retainAll(limits.keySet());
    }

    void set(Domain domain, T limit) {
        ofDomains.put(domain, limit);
    }

    void remove(Domain domain) {
        ofDomains.remove(domain);
    }

    Optional<T> of(Domain domain) {
        return Optional.ofNullable(ofDomains.get(domain));
    }

    void setAll(@Nullable T limit) {
        ofAll = limit;
    }

    Optional<T> ofAll() {
        return Optional.ofNullable(ofAll);
    }

    /** Those that could apply to an account; the narrowest scope does. */
    Map<Quota.Scope, T> byScope(QuotaRoot account) {
        Map<Quota.Scope, T> found = new EnumMap<>(Quota.Scope.class);
        T own = ofAccounts.get(account);
        if (own != null) {
            found.put(Quota.Scope.User, own);
        }
        account.getDomain()
                .flatMap(this::of)
                .ifPresent(limit -> found.put(Quota.Scope.Domain, limit));
        ofAll().ifPresent(limit -> found.put(Quota.Scope.Global, limit));
        return found;
    }
}
