package org.mailstation.daemon.mail.net;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * James sends all work that may wait to threads made for it, so that none of its few event loops
 * ever waits: three or four changes of thread for a command. A connection's own thread may wait; so
 * such work simply goes on there.
 */
public final class StayOnThread implements Scheduler {
    private final Scheduler others;

    StayOnThread(Scheduler others) {
        this.others = others;
    }

    /** From now on, for all of James. To be called before its first class is used. */
    public static void install() {
        Installed.once();
    }

    /** Java makes a class once. */
    private static final class Installed {
        static {
            Schedulers.setFactory(
                    new Schedulers.Factory() {
                        @Override
                        public Scheduler newBoundedElastic(
                                int threads, int waiting, ThreadFactory factory, int seconds) {
                            return new StayOnThread(
                                    Schedulers.Factory.super.newBoundedElastic(
                                            threads, waiting, factory, seconds));
                        }
                    });
        }

        static void once() {
            // being called is enough
        }
    }

    private static Disposable run(Runnable task) {
        task.run();
        return Disposables.disposed();
    }

    @Override
    public Disposable schedule(Runnable task) {
        return ConnectionThread.isCurrent() ? run(task) : others.schedule(task);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return others.schedule(task, delay, unit);
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long delay, long period, TimeUnit unit) {
        return others.schedulePeriodically(task, delay, period, unit);
    }

    @Override
    public Worker createWorker() {
        return new Lazy();
    }

    @Override
    public void init() {
        others.init();
    }

    @Override
    public boolean isDisposed() {
        return others.isDisposed();
    }

    @Override
    public void dispose() {
        others.dispose();
    }

    /** Takes one of the other threads only when it is first needed. */
    private final class Lazy implements Worker {
        private @Nullable Worker worker;
        private boolean disposed;

        private synchronized Worker other() {
            Worker known = worker;
            if (known == null) {
                known = others.createWorker();
                worker = known;
                if (disposed) {
                    known.dispose();
                }
            }
            return known;
        }

        @Override
        public Disposable schedule(Runnable task) {
            return !isDisposed() && ConnectionThread.isCurrent()
                    ? run(task)
                    : other().schedule(task);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            return other().schedule(task, delay, unit);
        }

        @Override
        public Disposable schedulePeriodically(
                Runnable task, long delay, long period, TimeUnit unit) {
            return other().schedulePeriodically(task, delay, period, unit);
        }

        @Override
        public synchronized boolean isDisposed() {
            return disposed;
        }

        @Override
        public synchronized void dispose() {
            disposed = true;
            Worker known = worker;
            if (known != null) {
                known.dispose();
            }
        }
    }
}
