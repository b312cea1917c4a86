/**
 * What every storage keeps: {@link io.crmkit.testkit.storage.StorageContract} is extended by the test of an adapter, and
 * {@link io.crmkit.testkit.storage.StorageUnderTest} is what the adapter gives for it.
 */
@NullMarked
package io.crmkit.testkit.storage;

import org.jspecify.annotations.NullMarked;
