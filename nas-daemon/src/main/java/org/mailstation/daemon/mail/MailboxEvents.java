package org.mailstation.daemon.mail;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.events.Event;
import org.apache.james.events.EventBus;
import org.apache.james.events.EventListener.ReactiveEventListener;
import org.apache.james.events.InVMEventBus;
import org.apache.james.events.MemoryEventDeadLetters;
import org.apache.james.events.Registration;
import org.apache.james.events.RegistrationKey;
import org.apache.james.events.RetryBackoffConfiguration;
import org.apache.james.events.delivery.EventDelivery;
import org.apache.james.events.delivery.EventDelivery.DeliveryOption;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * James's event bus, at which a mailbox may be selected while another client changes it. With
 * James's own list of listeners the change is refused then, after it has been done.
 */
final class MailboxEvents extends InVMEventBus {
    private final Map<RegistrationKey, Set<ReactiveEventListener>> listeners =
            new ConcurrentHashMap<>();
    private final EventDelivery delivery;

    MailboxEvents(EventDelivery delivery) {
        super(delivery, RetryBackoffConfiguration.DEFAULT, new MemoryEventDeadLetters());
        this.delivery = delivery;
    }

    @Override
    public Mono<Registration> register(ReactiveEventListener listener, RegistrationKey key) {
        listeners.compute(key, (_, others) -> with(listener, others));
        return Mono.just(() -> Mono.fromRunnable(() -> unregister(listener, key)));
    }

    private static Set<ReactiveEventListener> with(
            ReactiveEventListener listener, @Nullable Set<ReactiveEventListener> others) {
        Set<ReactiveEventListener> all = others == null ? ConcurrentHashMap.newKeySet() : others;
        all.add(listener);
        return all;
    }

    private void unregister(ReactiveEventListener listener, RegistrationKey key) {
        listeners.computeIfPresent(
                key,
                (_, all) -> {
                    all.remove(listener);
                    return all.isEmpty() ? null : all;
                });
    }

    @Override
    public Mono<Void> dispatch(Event event, Set<RegistrationKey> keys) {
        if (event.isNoop()) {
            return Mono.empty();
        }
        return Flux.merge(super.dispatch(event, Set.of()), tellListeners(event, keys))
                .then()
                .onErrorResume(_ -> Mono.empty());
    }

    private Mono<Void> tellListeners(Event event, Set<RegistrationKey> keys) {
        return Flux.fromIterable(keys)
                .flatMapIterable(key -> listeners.getOrDefault(key, Set.of()))
                .distinct()
                .flatMap(
                        listener -> delivery.deliver(listener, event, DeliveryOption.none()),
                        EventBus.EXECUTION_RATE)
                .then();
    }
}
