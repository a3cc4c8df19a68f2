/** Figures of the station in the text format of Prometheus, version 0.0.4. */
@NullMarked
package org.mailstation.daemon.metrics;

import org.jspecify.annotations.NullMarked;
