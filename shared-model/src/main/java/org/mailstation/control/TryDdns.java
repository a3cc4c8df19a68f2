package org.mailstation.control;

/**
 * Tries a login at a DDNS provider that is only being typed, before it is set.
 *
 * @param provider id in the catalogue
 * @param host name to be kept
 * @param secret empty: the one that the station has, if it is for the same provider
 */
public record TryDdns(String provider, String host, String user, String server, Secret secret) {}
