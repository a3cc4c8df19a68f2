/** Letters that prove by their arrival that mail flows (RFC 5322). */
@NullMarked
package org.mailstation.letter;

import org.jspecify.annotations.NullMarked;
