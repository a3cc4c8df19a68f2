/** The benchmarks, one a class. */
@NullMarked
package org.mailstation.acceptance.bench.work;

import org.jspecify.annotations.NullMarked;
