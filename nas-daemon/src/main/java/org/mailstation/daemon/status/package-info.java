/** How the station is: small checks of the daemon by itself, put together into one report. */
@NullMarked
package org.mailstation.daemon.status;

import org.jspecify.annotations.NullMarked;
