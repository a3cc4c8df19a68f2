/** Looks at the station from a computer outside the home that this person has an account on. */
@NullMarked
package org.mailstation.desktop.outside;

import org.jspecify.annotations.NullMarked;
