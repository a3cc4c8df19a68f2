/** The map of a letter's way, drawn. What it shows is computed in {@code way}. */
@NullMarked
package org.mailstation.desktop.view.map;

import org.jspecify.annotations.NullMarked;
