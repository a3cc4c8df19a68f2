/** POP3 (RFC 1939) by James's engine; signing in only under TLS (RFC 2595). */
@NullMarked
package org.mailstation.daemon.mail.pop3;

import org.jspecify.annotations.NullMarked;
