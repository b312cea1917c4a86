package io.crmkit.contact;

import java.util.Locale;

/**
 * One address of a person on some channel, as the provider gave it: what a reply is sent to.
 *
 * @param scope what the value is unique in (a portfolio, a page); empty if it is unique everywhere
 * @param value 1 to 256 characters, verbatim
 * @since 0.1
 */
public record Identifier(Scheme scheme, String scope, String value) {
    public Identifier {
        if (value.isBlank() || value.length() > 256 || scope.length() > 128) {
            throw new IllegalArgumentException("An identifier has 1 to 256 characters, its scope at most 128");
        }
    }

    /** A phone number or the phone-shaped id of a channel, in international form with or without {@code +}. */
    public static Identifier phone(String address) {
        return new Identifier(Scheme.PHONE, "", address.strip());
    }

    public static Identifier email(String address) {
        return new Identifier(Scheme.EMAIL, "", address.strip().toLowerCase(Locale.ROOT));
    }

    /** A WhatsApp business-scoped user id within its portfolio. */
    public static Identifier whatsAppUser(String portfolio, String userId) {
        return new Identifier(Scheme.WHATSAPP_USER_ID, portfolio, userId);
    }

    /** Without the value, which is personal. */
    @Override
    public String toString() {
        return "Identifier[" + scheme + "]";
    }
}
