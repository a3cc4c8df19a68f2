package org.mailstation.desktop.tray;

/** A desktop library did not do what was asked of it. */
final class NativeCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NativeCallException(String function, Throwable cause) {
        super(function, cause);
    }
}
