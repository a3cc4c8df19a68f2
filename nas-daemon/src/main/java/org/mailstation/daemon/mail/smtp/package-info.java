/**
 * SMTP from other servers (RFC 5321) and submission by people here (RFC 6409), over James's
 * protocol engine.
 */
@NullMarked
package org.mailstation.daemon.mail.smtp;

import org.jspecify.annotations.NullMarked;
