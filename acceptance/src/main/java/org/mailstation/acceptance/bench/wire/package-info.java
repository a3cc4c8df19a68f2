/** Small clients for SMTP, IMAP and POP3 that cost as little as possible beside the server. */
@NullMarked
package org.mailstation.acceptance.bench.wire;

import org.jspecify.annotations.NullMarked;
