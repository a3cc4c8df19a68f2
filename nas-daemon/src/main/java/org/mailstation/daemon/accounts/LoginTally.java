package org.mailstation.daemon.accounts;

import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;

/** Counts logins by how they ended. */
public final class LoginTally {
    private final HourlyCount refused;
    private final LastLogins last;
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder heldBack = new LongAdder();

    /**
     * @param last told of each that was let in
     */
    public LoginTally(Clock clock, LastLogins last) {
        this.refused = new HourlyCount(clock);
        this.last = last;
    }

    void succeeded(String address) {
        last.note(address);
        succeeded.increment();
    }

    /** When somebody was let in last. */
    public LastLogins last() {
        return last;
    }

    void failed() {
        refused.add();
        failed.increment();
    }

    void repeated() {
        repeated.increment();
    }

    void heldBack() {
        refused.add();
        heldBack.increment();
    }

    /** Those that failed or were held back, by the hour; not those that repeat an old password. */
    public HourlyCount refused() {
        return refused;
    }

    /** Let in. */
    public long successes() {
        return succeeded.sum();
    }

    /** Wrong name or password. */
    public long failures() {
        return failed.sum();
    }

    /** The same wrong password once more. */
    public long repetitions() {
        return repeated.sum();
    }

    /** Not looked at, as too many failed before. */
    public long holds() {
        return heldBack.sum();
    }
}
