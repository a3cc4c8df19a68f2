package org.mailstation.desktop.ssh;

/**
 * Where to sign in, and as whom.
 *
 * @param host name or address, as typed; neither empty nor with blanks
 * @param port TCP port, 1 to 65535; usually 22
 * @param user login name on the NAS
 */
public record SshTarget(String host, int port, String user) {
    public SshTarget {
        if (host.isBlank() || host.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("not a host: " + host);
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        if (user.isBlank()) {
            throw new IllegalArgumentException("no user");
        }
    }

    /** Where, without whom: what tells one NAS from another. */
    public String address() {
        return address(host, port);
    }

    /** The shortest form: {@code diskstation}, {@code nas:2222}, {@code [fe80::1]:2222}. */
    public static String address(String host, int port) {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == 22 ? name : name + ":" + port;
    }
}
