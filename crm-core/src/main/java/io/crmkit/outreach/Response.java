package io.crmkit.outreach;

/**
 * What came of messages that were sent together, counted by messages: of what came after, each counts once for its
 * contact.
 *
 * @param sent how many the provider took
 * @param arrived of those, how many reached the person's device
 * @param read of those, how many are known to have been read
 * @param failed how many the provider took and could not deliver after all
 * @param replied after how many the contact wrote
 * @param booked after how many an appointment was booked
 * @param paid after how many something was paid or ordered
 * @since 0.1
 */
public record Response(int sent, int arrived, int read, int failed, int replied, int booked, int paid) {}
