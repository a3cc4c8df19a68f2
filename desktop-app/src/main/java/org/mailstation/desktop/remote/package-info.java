/** Talks to the daemon of a NAS as if it were here; how the words travel stays in here. */
@NullMarked
package org.mailstation.desktop.remote;

import org.jspecify.annotations.NullMarked;
