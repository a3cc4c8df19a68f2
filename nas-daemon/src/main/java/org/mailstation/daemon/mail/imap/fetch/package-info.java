/** IMAP's FETCH (RFC 3501 6.4.5) of what the index knows, as James would answer it. */
@NullMarked
package org.mailstation.daemon.mail.imap.fetch;

import org.jspecify.annotations.NullMarked;
