/** Gives memory back to the NAS when there is nothing to do. */
@NullMarked
package org.mailstation.daemon.memory;

import org.jspecify.annotations.NullMarked;
