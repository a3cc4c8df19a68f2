/** Finds the home's routers, in every way that they can be talked to, all at the same time. */
@NullMarked
package org.mailstation.router.search;

import org.jspecify.annotations.NullMarked;
