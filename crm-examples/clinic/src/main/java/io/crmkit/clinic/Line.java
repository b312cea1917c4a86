package io.crmkit.clinic;

/**
 * One number of the business, as webhooks name it.
 *
 * @param phoneNumberId Meta's id of the number
 * @param businessAccount the WhatsApp Business Account, within which user ids are unique
 */
public record Line(String phoneNumberId, String businessAccount) {
    /** Stands in where no webhook names any. */
    public static final Line UNKNOWN = new Line("quickstart", "quickstart");
}
