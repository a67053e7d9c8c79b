/// Tests of cases.
@NullMarked
package io.sendgate.accountstanding.cases;

import org.jspecify.annotations.NullMarked;
