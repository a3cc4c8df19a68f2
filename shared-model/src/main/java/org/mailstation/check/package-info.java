/**
 * What "healthy" means: one file a check, and the runner. A check asks the world through {@code
 * probe} and answers with findings; that it could not ask is an answer of its own.
 */
@NullMarked
package org.mailstation.check;

import org.jspecify.annotations.NullMarked;
