/** The code of the pages under {@code docs/}, as it stands there. */
@NullMarked
package io.crmkit.example.spring.docs;

import org.jspecify.annotations.NullMarked;
