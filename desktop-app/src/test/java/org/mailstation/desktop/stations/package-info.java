/** Tests of the way from station to station. */
@NullMarked
package org.mailstation.desktop.stations;

import org.jspecify.annotations.NullMarked;
