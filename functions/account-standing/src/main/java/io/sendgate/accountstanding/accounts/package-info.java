/// Accounts, keys, webhook settings and end users: what may be put, and how it is put.
@NullMarked
package io.sendgate.accountstanding.accounts;

import org.jspecify.annotations.NullMarked;
