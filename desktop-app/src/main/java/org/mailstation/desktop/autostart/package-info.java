/** Whether this program begins when the person signs in to the computer. */
@NullMarked
package org.mailstation.desktop.autostart;

import org.jspecify.annotations.NullMarked;
