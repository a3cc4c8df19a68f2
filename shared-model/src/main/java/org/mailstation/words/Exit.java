package org.mailstation.words;

/**
 * How {@code mailstationctl} and {@code mail-station} end. Scripts rely on these numbers: they
 * never change their meaning, and mean the same in both. 13 belongs to the launchers, which end so
 * where there is no Java 25.
 */
public enum Exit {
    OK(0),
    /** {@code status}: the station is not fine */
    ATTENTION(1),
    USAGE(2),
    /**
     * the NAS or the daemon does not answer, this user may not talk to it, or the connection was
     * lost
     */
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
    /** a file cannot be read, an account does not exist, or no station is connected yet */
    NOT_FOUND(9),
    /** the person said no, to a host key or a change; nothing was changed */
    DECLINED(10),
    /** the host key is not the pinned one */
    HOST_KEY_CHANGED(11),
    /** the NAS does not accept who signs in, or gives no administrator's right */
    SIGN_IN(12),
    /** the installation failed; the NAS is as it was */
    NOT_INSTALLED(14),
    /** there is no display for the window */
    NO_DISPLAY(15),
    /** something unexpected; the log says what */
    SURPRISE(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
