@NullMarked
package org.mailstation.desktop.log;

import org.jspecify.annotations.NullMarked;
