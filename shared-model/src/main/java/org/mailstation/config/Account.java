package org.mailstation.config;

import java.util.List;

/**
 * A mailbox and the person who signs in to it.
 *
 * @param address full address, lower case; also the login name
 * @param name the person's name as letters show it; may be empty
 * @param quotaMegabytes room in 10⁶ bytes; 0 means as much as the disk has
 * @param enabled {@code false}: nobody can sign in; letters still arrive
 * @param refuses whether letters to it are refused; only while nobody can sign in
 * @param saveSent whether letters that the person sends are put into the folder of sent ones, for
 *     mail programs that do not do it
 * @param forwardTo full addresses, here or elsewhere, that get every letter
 * @param keepCopy whether letters that are forwarded stay here, too
 */
public record Account(
        String address,
        String name,
        long quotaMegabytes,
        boolean enabled,
        boolean refuses,
        boolean saveSent,
        List<String> forwardTo,
        boolean keepCopy) {
    public Account {
        forwardTo = List.copyOf(forwardTo);
    }

    /** One that forwards nothing, for a person whose mail programs do everything themselves. */
    public Account(String address, String name, long quotaMegabytes, boolean enabled) {
        this(address, name, quotaMegabytes, enabled, false, false, List.of(), true);
    }

    /** The same whose letters go on to others. */
    public Account forwarding(List<String> to, boolean keeping) {
        return new Account(address, name, quotaMegabytes, enabled, refuses, saveSent, to, keeping);
    }

    /** The same with or without care for what is sent. */
    public Account savingSent(boolean saving) {
        return new Account(
                address, name, quotaMegabytes, enabled, refuses, saving, forwardTo, keepCopy);
    }

    /** The same to which people can sign in, or cannot. */
    public Account opened(boolean open) {
        return new Account(
                address, name, quotaMegabytes, open, false, saveSent, forwardTo, keepCopy);
    }

    /** The same which takes letters, or refuses them. */
    public Account refusing(boolean refusing) {
        return new Account(
                address, name, quotaMegabytes, enabled, refusing, saveSent, forwardTo, keepCopy);
    }
}
