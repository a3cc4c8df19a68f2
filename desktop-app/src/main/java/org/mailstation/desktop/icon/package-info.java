/**
 * The program's picture and the four signs of health, drawn by shapes so that every size is sharp.
 */
@NullMarked
package org.mailstation.desktop.icon;

import org.jspecify.annotations.NullMarked;
