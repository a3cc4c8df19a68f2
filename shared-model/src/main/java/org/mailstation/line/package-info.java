/** Asks for the home's address on the Internet: the router, and those outside who see it. */
@NullMarked
package org.mailstation.line;

import org.jspecify.annotations.NullMarked;
