/**
 * CRM Kit in a Spring Boot application: what is configured by itself, and what a host may say besides its properties.
 * Public are the customizer, which hosts implement, and the endpoint's settings they may ask for.
 */
@NullMarked
package io.crmkit.spring;

import org.jspecify.annotations.NullMarked;
