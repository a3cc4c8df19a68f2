@NullMarked
package org.mailstation.desktop.autostart;

import org.jspecify.annotations.NullMarked;
