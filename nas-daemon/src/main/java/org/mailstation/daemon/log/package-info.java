/** The daemon's log: where it goes, and how its newest lines are read. */
@NullMarked
package org.mailstation.daemon.log;

import org.jspecify.annotations.NullMarked;
