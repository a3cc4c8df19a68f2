@NullMarked
package org.mailstation.desktop.work;

import org.jspecify.annotations.NullMarked;
