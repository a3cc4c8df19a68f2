package org.mailstation.daemon.mail;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.metrics.api.Metric;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.api.TimeMetric;
import org.reactivestreams.Publisher;

/** James measures itself all the time; at home nobody looks, so nothing is kept. */
final class NoMetrics implements MetricFactory {
    @Override
    public Metric generate(String name) {
        return new Count(new AtomicInteger());
    }

    @Override
    public TimeMetric timer(String name) {
        return new NoTime(name);
    }

    @Override
    public <T> Publisher<T> decoratePublisherWithTimerMetric(String name, Publisher<T> publisher) {
        return publisher;
    }

    @Override
    public <T> Publisher<T> decoratePublisherWithTimerMetricLogP99(
            String name, Publisher<T> publisher) {
        return publisher;
    }

    /** James reads some of these counts back. */
    private record Count(AtomicInteger value) implements Metric {
        @Override
        public void increment() {
            value.incrementAndGet();
        }

        @Override
        public void decrement() {
            value.decrementAndGet();
        }

        @Override
        public void add(int difference) {
            value.addAndGet(difference);
        }

        @Override
        public void remove(int difference) {
            value.addAndGet(-difference);
        }

        @Override
        public long getCount() {
            return value.get();
        }
    }

    private record NoTime(String name) implements TimeMetric {
        @Override
        public ExecutionResult stopAndPublish() {
            return new NoResult();
        }
    }

    private record NoResult() implements TimeMetric.ExecutionResult {
        @Override
        public Duration elasped() {
            return Duration.ZERO;
        }

        @Override
        public TimeMetric.ExecutionResult logWhenExceedP99(Duration threshold) {
            return this;
        }
    }
}
