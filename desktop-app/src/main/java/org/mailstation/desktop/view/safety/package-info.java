/** The page of certificate, relay, strangers' letters and entrances. */
@NullMarked
package org.mailstation.desktop.view.safety;

import org.jspecify.annotations.NullMarked;
