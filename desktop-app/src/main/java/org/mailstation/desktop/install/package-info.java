/** Brings the daemon to a NAS over one plain exec channel, and starts it there. */
@NullMarked
package org.mailstation.desktop.install;

import org.jspecify.annotations.NullMarked;
