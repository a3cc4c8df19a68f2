/** Peers and people for the tests: an SSH server with a shell, and persons who answer as told. */
@NullMarked
package org.mailstation.desktop.testing;

import org.jspecify.annotations.NullMarked;
