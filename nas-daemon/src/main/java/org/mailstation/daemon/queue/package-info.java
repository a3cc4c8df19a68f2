/**
 * A durable mail queue behind Apache James's queue interfaces: each letter is a file with an
 * envelope beside it, readable by any tool.
 */
@NullMarked
package org.mailstation.daemon.queue;

import org.jspecify.annotations.NullMarked;
