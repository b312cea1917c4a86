/** Finding contacts and messages by what people type: words, beginnings of names, digits of phones. */
@NullMarked
package io.crmkit.search;

import org.jspecify.annotations.NullMarked;
