package org.mailstation.daemon.store.index;

import java.util.Iterator;
import org.mailstation.daemon.store.record.Glance;

/**
 * The letters of one mailbox as rows that are read one after the other. All are ordered by UID,
 * with both ends included; what changes meanwhile may be seen or not.
 */
public interface Rows {
    /** A header as far as it is kept in the index; empty if it is too long for it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared or changed
    record Head(long uid, byte[] octets) {}

    Iterator<Glance> glances(long from, long to);

    Iterator<Head> heads(long from, long to);
}
