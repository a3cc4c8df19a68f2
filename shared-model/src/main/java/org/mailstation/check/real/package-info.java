/** Checks in the real world: the network around this computer, and a scene for one run. */
@NullMarked
package org.mailstation.check.real;

import org.jspecify.annotations.NullMarked;
