/// Accounts, their keys and their standing, and the policies they are under.
///
/// Whatever decisions rest on beside the recipient is changed here and nowhere else: this function
/// is the only one that appends to accounts' ledgers, and the only one that waits behind the fence.
@NullMarked
package io.sendgate.accountstanding;

import org.jspecify.annotations.NullMarked;
