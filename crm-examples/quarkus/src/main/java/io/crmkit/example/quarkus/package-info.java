/** The clinic as a Quarkus application around CRM Kit: the webhook, and the smallest useful part of its API. */
@NullMarked
package io.crmkit.example.quarkus;

import org.jspecify.annotations.NullMarked;
