@NullMarked
package org.mailstation.desktop.report;

import org.jspecify.annotations.NullMarked;
