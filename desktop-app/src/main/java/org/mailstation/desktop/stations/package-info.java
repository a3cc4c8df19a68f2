/**
 * The stations that this computer looks after: each with its own connection, watch and pages, one
 * of them in sight.
 */
@NullMarked
package org.mailstation.desktop.stations;

import org.jspecify.annotations.NullMarked;
