package org.mailstation.daemon.store.record;

/**
 * The name of a mailbox.
 *
 * @param user the account it belongs to
 * @param namespace as James knows it, for example {@code #private}
 * @param name with the hierarchy inside, parts separated by the server's delimiter
 */
public record BoxPath(String user, String namespace, String name) {
    public BoxPath {
        if (user.indexOf('\0') >= 0 || namespace.indexOf('\0') >= 0 || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a mailbox name must not contain NUL");
        }
    }

    /** Sorts all mailboxes of one account and namespace next to one another. */
    public String key() {
        return prefix(user, namespace) + name;
    }

    public static String prefix(String user, String namespace) {
        return user + '\0' + namespace + '\0';
    }
}
