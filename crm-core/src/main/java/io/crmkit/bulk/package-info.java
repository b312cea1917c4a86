/** One change to many contacts, in the background: once, whatever happens meanwhile, with a result for each. */
@NullMarked
package io.crmkit.bulk;

import org.jspecify.annotations.NullMarked;
