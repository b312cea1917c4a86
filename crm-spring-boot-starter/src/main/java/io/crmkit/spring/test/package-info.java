/** The slice of an application that a test of its use of CRM Kit needs. */
@NullMarked
package io.crmkit.spring.test;

import org.jspecify.annotations.NullMarked;
