/** Keeps the station's name at the line's address, however often that changes. */
@NullMarked
package org.mailstation.daemon.ddns;

import org.jspecify.annotations.NullMarked;
