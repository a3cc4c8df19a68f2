/** Files of the store: the folder layout, durable writing of letters, and the journal. */
@NullMarked
package org.mailstation.daemon.store.disk;

import org.jspecify.annotations.NullMarked;
