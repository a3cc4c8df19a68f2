package org.mailstation.control;

/**
 * Asks for a test letter to go the whole way.
 *
 * @param to an account's address; empty: the first account's
 * @param token if somebody else sends it, for example from outside: then its arrival is only waited
 *     for, and nothing is sent; else empty
 * @param proven whether the way in from the Internet is proven already: then only the relay is left
 *     to be tried
 */
public record AskLetter(String to, String token, boolean proven) {}
