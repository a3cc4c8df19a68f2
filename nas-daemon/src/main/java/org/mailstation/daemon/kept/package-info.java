/** What the memory of the process holds, kept over a restart in a small file. */
@NullMarked
package org.mailstation.daemon.kept;

import org.jspecify.annotations.NullMarked;
