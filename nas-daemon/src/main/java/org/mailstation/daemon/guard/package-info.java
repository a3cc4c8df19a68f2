/**
 * Who guesses passwords, harvests addresses or talks nonsense waits longer and longer, and is shut
 * out for a time; the home's own network only waits.
 */
@NullMarked
package org.mailstation.daemon.guard;

import org.jspecify.annotations.NullMarked;
