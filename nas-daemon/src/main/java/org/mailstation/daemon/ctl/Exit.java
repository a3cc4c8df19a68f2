package org.mailstation.daemon.ctl;

/**
 * How {@code mailstationctl} ends. Scripts rely on these numbers: they never change their meaning.
 */
public enum Exit {
    OK(0),
    /** {@code status}: the station is not fine */
    ATTENTION(1),
    USAGE(2),
    /** the daemon does not run, or this user may not talk to it */
    NO_ANSWER(3),
    /** the configuration, password or name was refused; nothing was changed */
    REJECTED(4),
    /** somebody else applied a configuration in the meantime; nothing was changed */
    STALE(5),
    /** the new configuration did not come up; the previous one runs again */
    ROLLED_BACK(6),
    /** another configuration is being applied or waits for its confirmation; nothing was changed */
    BUSY(7),
    /** daemon and program are of versions that do not understand each other */
    INCOMPATIBLE(8),
    /** a file cannot be read, or an account does not exist */
    NOT_FOUND(9),
    /** the person said no; nothing was changed */
    DECLINED(10),
    /** something unexpected; the daemon's log says what */
    SURPRISE(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
