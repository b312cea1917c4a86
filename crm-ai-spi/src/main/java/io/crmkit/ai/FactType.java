package io.crmkit.ai;

/**
 * What a fact is about. Closed on purpose: consent, identity, roles, status and discounts are no facts that anybody's
 * text can state.
 *
 * @since 0.1
 */
public enum FactType {
    PERSON_NAME,
    EMAIL,
    PHONE,
    ADDRESS,
    /** A town or district. */
    LOCATION,
    COMPANY,
    BIRTH_DATE,

    /** Something the business offers and the customer asks about or wants. */
    SERVICE,
    /** An amount: quoted, budgeted or paid elsewhere, as the relation says. */
    PRICE,
    /** Something about the offer that matters to them. */
    FEATURE,
    PAIN_POINT,
    COMPETITOR,
    QUESTION,
    /** How they found the business. */
    SOURCE,
    INSURANCE,
    /** A member of the business's staff, called by name; about the business. */
    PROVIDER_NAME,

    /** When they can or cannot come. */
    DATE_TIME,
    /** How they would rather have it: time of day, staff, branch, payment, channel, language. */
    PREFERENCE,
    PARTY_SIZE,

    SATISFACTION,
    COMPLAINT,
    PRAISE,
    FRUSTRATION,

    /** Detected to be redacted; stored only if the tenant asked for it. */
    HEALTH,
    /** Detected to be redacted; stored only if the tenant asked for it. */
    ID_NUMBER
}
