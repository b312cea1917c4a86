/**
 * A clinic as a Spring Boot application around CRM Kit. {@link io.crmkit.example.spring.ContactsApi} is where to begin
 * reading: what a handler does is one call of the library.
 */
@NullMarked
package io.crmkit.example.spring;

import org.jspecify.annotations.NullMarked;
