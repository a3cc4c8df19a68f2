/** Letters like those that people get, the same ones in every run. */
@NullMarked
package org.mailstation.acceptance.bench.letter;

import org.jspecify.annotations.NullMarked;
