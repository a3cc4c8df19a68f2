/** Draws texts as QR codes (ISO/IEC 18004), for a phone's camera. */
@NullMarked
package org.mailstation.desktop.qr;

import org.jspecify.annotations.NullMarked;
