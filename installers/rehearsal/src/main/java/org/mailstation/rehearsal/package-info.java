/**
 * A rehearsal of the daemon: one is started, used over all its ports by a small mail program, and
 * ended, while Java writes down what it needed. From that Java makes the daemon's start cache (JEP
 * 483, 515).
 */
@NullMarked
package org.mailstation.rehearsal;

import org.jspecify.annotations.NullMarked;
