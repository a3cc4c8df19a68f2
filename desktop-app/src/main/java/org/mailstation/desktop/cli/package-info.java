/** The assistant as a command line, for scripts and for computers without a display. */
@NullMarked
package org.mailstation.desktop.cli;

import org.jspecify.annotations.NullMarked;
