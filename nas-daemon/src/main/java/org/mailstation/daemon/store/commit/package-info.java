/**
 * Group commit: many operations, planned in order by one thread, made durable by the same few
 * fsyncs.
 */
@NullMarked
package org.mailstation.daemon.store.commit;

import org.jspecify.annotations.NullMarked;
