package org.mailstation.daemon.store.record;

/**
 * A mailbox.
 *
 * @param id never used twice
 * @param uidValidity RFC 9051, 2.3.1.1
 * @param acl access rights, one {@code key=rights} a line (RFC 4314); empty if only the owner has
 *     access
 * @param folder where its letters are, relative to the store's root, parts separated by {@code /}
 */
public record BoxRecord(long id, BoxPath path, long uidValidity, String acl, String folder) {
    public BoxRecord withPath(BoxPath newPath) {
        return new BoxRecord(id, newPath, uidValidity, acl, folder);
    }

    public BoxRecord withAcl(String newAcl) {
        return new BoxRecord(id, path, uidValidity, newAcl, folder);
    }
}
