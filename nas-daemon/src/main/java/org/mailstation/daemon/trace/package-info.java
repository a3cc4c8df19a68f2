/** Remembers for a while where letters came from and where they went. */
@NullMarked
package org.mailstation.daemon.trace;

import org.jspecify.annotations.NullMarked;
