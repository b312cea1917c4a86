/**
 * CRM Kit as beans of a Quarkus application, or of any other with CDI, JTA and MicroProfile Config. Public are
 * {@link io.crmkit.quarkus.PrivateWay} and {@link io.crmkit.quarkus.DashboardResource}, which hosts
 * implement; the beans are public for the container to see.
 */
@NullMarked
package io.crmkit.quarkus;

import org.jspecify.annotations.NullMarked;
