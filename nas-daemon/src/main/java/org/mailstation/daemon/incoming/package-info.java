/**
 * Finds out of a stranger's letter whether its author's domain vouches for it: SPF (RFC 7208), DKIM
 * (RFC 6376), DMARC (RFC 7489), the server's reverse name (RFC 8601 3) and lists of senders of junk
 * (RFC 5782). What could not be found out is never held against a letter.
 */
@NullMarked
package org.mailstation.daemon.incoming;

import org.jspecify.annotations.NullMarked;
