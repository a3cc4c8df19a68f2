package org.mailstation.config;

/**
 * A mailbox and the person who signs in to it.
 *
 * @param address full address, lower case; also the login name
 * @param name the person's name as letters show it; may be empty
 * @param quotaMegabytes room in 10⁶ bytes; 0 means as much as the disk has
 * @param enabled {@code false}: letters still arrive, nobody can sign in
 */
public record Account(String address, String name, long quotaMegabytes, boolean enabled) {}
