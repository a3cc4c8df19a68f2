/** Sends a letter on the whole way, waits for it, and tells where it was lost (RFC 5321 4.4). */
@NullMarked
package org.mailstation.daemon.letter;

import org.jspecify.annotations.NullMarked;
