/** The two mail servers: how each is set up, started, filled, watched and removed. */
@NullMarked
package org.mailstation.acceptance.bench.peer;

import org.jspecify.annotations.NullMarked;
