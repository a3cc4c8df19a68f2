/**
 * The daemon's end of the control conversation: a Unix-domain socket that only the service's own
 * group can reach.
 */
@NullMarked
package org.mailstation.daemon.control;

import org.jspecify.annotations.NullMarked;
