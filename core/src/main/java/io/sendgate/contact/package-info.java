/// Who a message goes to and how: channels, phone numbers, and the tags that stand for people.
@NullMarked
package io.sendgate.contact;

import org.jspecify.annotations.NullMarked;
