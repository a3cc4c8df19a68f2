@NullMarked
package org.mailstation.desktop.ssh;

import org.jspecify.annotations.NullMarked;
