/** How much room the letters of an account take, and how much they may take (RFC 9208). */
@NullMarked
package org.mailstation.daemon.store.quota;

import org.jspecify.annotations.NullMarked;
