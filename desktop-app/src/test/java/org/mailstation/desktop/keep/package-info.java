@NullMarked
package org.mailstation.desktop.keep;

import org.jspecify.annotations.NullMarked;
