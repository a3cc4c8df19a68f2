@NullMarked
package org.mailstation.desktop.outside;

import org.jspecify.annotations.NullMarked;
