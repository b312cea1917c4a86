/** Taking a tenant elsewhere: what it keeps beside what its contacts show, and taking all of it over. */
@NullMarked
package io.crmkit.move;

import org.jspecify.annotations.NullMarked;
