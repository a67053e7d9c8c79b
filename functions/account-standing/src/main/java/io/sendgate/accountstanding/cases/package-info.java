/// Reports, cases, actions and appeals: how an account's standing changes.
@NullMarked
package io.sendgate.accountstanding.cases;

import org.jspecify.annotations.NullMarked;
