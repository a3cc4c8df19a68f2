@NullMarked
package org.mailstation.desktop.qr;

import org.jspecify.annotations.NullMarked;
