package io.crmkit.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;

/** Reads addresses as people write them, with or without a name. */
final class Addresses {
    private Addresses() {}

    static InternetAddress read(String written) throws AddressException {
        InternetAddress address = new InternetAddress(written, true);
        String name = address.getPersonal();
        if (name != null) {
            try {
                address.setPersonal(name, "UTF-8");
            } catch (UnsupportedEncodingException impossible) {
                throw new IllegalStateException("Every Java has UTF-8", impossible);
            }
        }
        return address;
    }
}
