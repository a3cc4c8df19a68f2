/** Looks at the station from the NAS when somebody asks, and answers with findings. */
@NullMarked
package org.mailstation.daemon.check;

import org.jspecify.annotations.NullMarked;
