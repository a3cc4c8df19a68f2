/** Everything that is known of a station on one paper, for whoever shall help. */
@NullMarked
package org.mailstation.desktop.report;

import org.jspecify.annotations.NullMarked;
