package org.mailstation.control;

/**
 * Gives a mailbox a new password.
 *
 * @param address of a configured account
 */
public record SetPassword(String address, Secret password) {}
