/** IMAP (RFC 3501) by James's engine, with limits for strangers. */
@NullMarked
package org.mailstation.daemon.mail.imap;

import org.jspecify.annotations.NullMarked;
