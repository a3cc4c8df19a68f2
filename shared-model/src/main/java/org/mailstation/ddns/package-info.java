/** The services that keep a name pointing at a changing address, as data. */
@NullMarked
package org.mailstation.ddns;

import org.jspecify.annotations.NullMarked;
