/** Signs in to a mailbox as a mail program does: IMAP over TLS (RFC 9051), the key pinned. */
@NullMarked
package org.mailstation.desktop.login;

import org.jspecify.annotations.NullMarked;
