/// Local time where a recipient may be: windows, zones and rolling periods.
@NullMarked
package io.sendgate.time;

import org.jspecify.annotations.NullMarked;
