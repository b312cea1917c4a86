package io.crmkit.quickstart;

import io.crmkit.CrmSession;
import io.crmkit.export.DisclosureJson;
import io.crmkit.rights.Disclosure;
import java.io.IOException;
import java.io.PrintStream;

/** Prints what a person is told who asks what is known of them. */
record Answering(CrmSession clinic, PrintStream out) {
    /** @param who the contact's id, or a phone number or another address that only one contact has */
    void answer(String who) throws CannotRun {
        Disclosure disclosure = clinic.privacy()
                .access(new Whom(clinic).of(who))
                .orElseThrow(() -> new CannotRun("There is no contact with this id"));
        try {
            DisclosureJson.write(disclosure, out);
        } catch (IOException failed) {
            throw new CannotRun("Cannot write to standard output", failed);
        }
    }
}
