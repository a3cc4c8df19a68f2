/** What is measured, the arithmetic on it, and the report. */
@NullMarked
package org.mailstation.acceptance.bench.figure;

import org.jspecify.annotations.NullMarked;
