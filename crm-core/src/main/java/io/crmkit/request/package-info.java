/** What people ask for who have a right to it, and by when the law wants it done. */
@NullMarked
package io.crmkit.request;

import org.jspecify.annotations.NullMarked;
