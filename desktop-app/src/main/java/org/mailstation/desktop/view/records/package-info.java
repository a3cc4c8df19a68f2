/** The page of the records that others must find in the DNS. */
@NullMarked
package org.mailstation.desktop.view.records;

import org.jspecify.annotations.NullMarked;
