package org.mailstation.daemon.store.quota;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.apache.james.mailbox.model.MailboxConstants;
import org.apache.james.mailbox.model.Quota;
import org.apache.james.mailbox.model.QuotaRoot;
import org.apache.james.mailbox.quota.MaxQuotaManager;
import org.apache.james.mailbox.store.quota.DefaultUserQuotaRootResolver;
import reactor.core.publisher.Mono;

/**
 * What letters may take. The station's configuration is where the limits of accounts are kept; what
 * James sets here besides holds until the next configuration or the next start.
 */
public final class RoomLimits implements MaxQuotaManager {
    private final Limits<QuotaSizeLimit> octets = new Limits<>();
    private final Limits<QuotaCountLimit> letters = new Limits<>();

    /** Whether anybody has a limit. */
    boolean areSet() {
        return octets.areSet() || letters.areSet();
    }

    /**
     * Takes the limits of a configuration.
     *
     * @param accounts bytes by address; who is not in it may take what the disk has
     */
    public void use(Map<String, Long> accounts) {
        Map<QuotaRoot, QuotaSizeLimit> limits = new HashMap<>();
        accounts.forEach((account, most) -> limits.put(root(account), QuotaSizeLimit.size(most)));
        octets.setAccounts(limits);
    }

    /** Under which name James counts the letters of an account. */
    public static QuotaRoot root(String account) {
        Username user = Username.of(account);
        return QuotaRoot.quotaRoot(
                MailboxConstants.USER_NAMESPACE
                        + DefaultUserQuotaRootResolver.SEPARATOR
                        + user.asString(),
                user.getDomainPart());
    }

    @Override
    public void setMaxStorage(QuotaRoot root, QuotaSizeLimit limit) {
        octets.set(root, limit);
    }

    @Override
    public Mono<Void> setMaxStorageReactive(QuotaRoot root, QuotaSizeLimit limit) {
        return Mono.fromRunnable(() -> setMaxStorage(root, limit));
    }

    @Override
    public void removeMaxStorage(QuotaRoot root) {
        octets.remove(root);
    }

    @Override
    public Mono<Void> removeMaxStorageReactive(QuotaRoot root) {
        return Mono.fromRunnable(() -> removeMaxStorage(root));
    }

    @Override
    public void setDomainMaxStorage(Domain domain, QuotaSizeLimit limit) {
        octets.set(domain, limit);
    }

    @Override
    public Mono<Void> setDomainMaxStorageReactive(Domain domain, QuotaSizeLimit limit) {
        return Mono.fromRunnable(() -> setDomainMaxStorage(domain, limit));
    }

    @Override
    public void removeDomainMaxStorage(Domain domain) {
        octets.remove(domain);
    }

    @Override
    public Mono<Void> removeDomainMaxStorageReactive(Domain domain) {
        return Mono.fromRunnable(() -> removeDomainMaxStorage(domain));
    }

    @Override
    public void setGlobalMaxStorage(QuotaSizeLimit limit) {
        octets.setAll(limit);
    }

    @Override
    public Mono<Void> setGlobalMaxStorageReactive(QuotaSizeLimit limit) {
        return Mono.fromRunnable(() -> setGlobalMaxStorage(limit));
    }

    @Override
    public void removeGlobalMaxStorage() {
        octets.setAll(null);
    }

    @Override
    public Mono<Void> removeGlobalMaxStorageReactive() {
        return Mono.fromRunnable(() -> removeGlobalMaxStorage());
    }

    @Override
    public Optional<QuotaSizeLimit> getDomainMaxStorage(Domain domain) {
        return octets.of(domain);
    }

    @Override
    public Mono<QuotaSizeLimit> getDomainMaxStorageReactive(Domain domain) {
        return Mono.justOrEmpty(octets.of(domain));
    }

    @Override
    public Optional<QuotaSizeLimit> getGlobalMaxStorage() {
        return octets.ofAll();
    }

    @Override
    public Mono<QuotaSizeLimit> getGlobalMaxStorageReactive() {
        return Mono.justOrEmpty(octets.ofAll());
    }

    @Override
    public Map<Quota.Scope, QuotaSizeLimit> listMaxStorageDetails(QuotaRoot root) {
        return octets.byScope(root);
    }

    @Override
    public Mono<Map<Quota.Scope, QuotaSizeLimit>> listMaxStorageDetailsReactive(QuotaRoot root) {
        return Mono.fromCallable(() -> octets.byScope(root));
    }

    @Override
    public void setMaxMessage(QuotaRoot root, QuotaCountLimit limit) {
        letters.set(root, limit);
    }

    @Override
    public Mono<Void> setMaxMessageReactive(QuotaRoot root, QuotaCountLimit limit) {
        return Mono.fromRunnable(() -> setMaxMessage(root, limit));
    }

    @Override
    public void removeMaxMessage(QuotaRoot root) {
        letters.remove(root);
    }

    @Override
    public Mono<Void> removeMaxMessageReactive(QuotaRoot root) {
        return Mono.fromRunnable(() -> removeMaxMessage(root));
    }

    @Override
    public void setDomainMaxMessage(Domain domain, QuotaCountLimit limit) {
        letters.set(domain, limit);
    }

    @Override
    public Mono<Void> setDomainMaxMessageReactive(Domain domain, QuotaCountLimit limit) {
        return Mono.fromRunnable(() -> setDomainMaxMessage(domain, limit));
    }

    @Override
    public void removeDomainMaxMessage(Domain domain) {
        letters.remove(domain);
    }

    @Override
    public Mono<Void> removeDomainMaxMessageReactive(Domain domain) {
        return Mono.fromRunnable(() -> removeDomainMaxMessage(domain));
    }

    @Override
    public void setGlobalMaxMessage(QuotaCountLimit limit) {
        letters.setAll(limit);
    }

    @Override
    public Mono<Void> setGlobalMaxMessageReactive(QuotaCountLimit limit) {
        return Mono.fromRunnable(() -> setGlobalMaxMessage(limit));
    }

    @Override
    public void removeGlobalMaxMessage() {
        letters.setAll(null);
    }

    @Override
    public Mono<Void> removeGlobalMaxMessageReactive() {
        return Mono.fromRunnable(() -> removeGlobalMaxMessage());
    }

    @Override
    public Optional<QuotaCountLimit> getDomainMaxMessage(Domain domain) {
        return letters.of(domain);
    }

    @Override
    public Mono<QuotaCountLimit> getDomainMaxMessageReactive(Domain domain) {
        return Mono.justOrEmpty(letters.of(domain));
    }

    @Override
    public Optional<QuotaCountLimit> getGlobalMaxMessage() {
        return letters.ofAll();
    }

    @Override
    public Mono<QuotaCountLimit> getGlobalMaxMessageReactive() {
        return Mono.justOrEmpty(letters.ofAll());
    }

    @Override
    public Map<Quota.Scope, QuotaCountLimit> listMaxMessagesDetails(QuotaRoot root) {
        return letters.byScope(root);
    }

    @Override
    public Mono<Map<Quota.Scope, QuotaCountLimit>> listMaxMessagesDetailsReactive(QuotaRoot root) {
        return Mono.fromCallable(() -> letters.byScope(root));
    }
}
