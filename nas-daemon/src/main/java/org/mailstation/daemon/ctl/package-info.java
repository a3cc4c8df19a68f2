/** The command line mailstationctl. */
@NullMarked
package org.mailstation.daemon.ctl;

import org.jspecify.annotations.NullMarked;
