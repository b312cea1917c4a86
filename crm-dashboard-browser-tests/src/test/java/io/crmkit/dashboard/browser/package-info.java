/** The dashboard as people use it: in a browser, by keyboard, on a phone, and without JavaScript. */
@NullMarked
package io.crmkit.dashboard.browser;

import org.jspecify.annotations.NullMarked;
