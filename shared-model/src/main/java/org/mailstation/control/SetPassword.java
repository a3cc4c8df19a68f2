package org.mailstation.control;

/**
 * @param address of a configured account
 */
public record SetPassword(String address, Secret password) {}
