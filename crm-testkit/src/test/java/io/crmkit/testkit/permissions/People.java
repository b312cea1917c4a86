package io.crmkit.testkit.permissions;

import static io.crmkit.testkit.permissions.UseCase.of;

import io.crmkit.consent.Purpose;
import io.crmkit.outreach.Draft;
import io.crmkit.privacy.Action;
import io.crmkit.rights.Retention;
import java.time.Instant;
import java.util.List;

/** Rows of the matrix: the rights of the people behind contacts. */
final class People {
    static final List<UseCase> ALL = List.of(
            of(
                    "Rights.erase(ContactId)",
                    Action.ERASE_CONTACT,
                    (s, at) -> s.privacy().erase(at.ana())),
            of(
                    "Rights.erasure(ContactId)",
                    Action.VIEW_ERASURE,
                    (s, at) -> s.privacy().erasure(at.ana())),
            of(
                    "Rights.consent(ContactId,Purpose,String,boolean,String)",
                    Action.STATE_CONSENT,
                    (s, at) -> s.privacy().consent(at.ana(), Purpose.MARKETING, "whatsapp", true, null)),
            of(
                    "Rights.consents(ContactId)",
                    Action.VIEW_CONSENT,
                    (s, at) -> s.privacy().consents(at.ana())),
            of(
                    "Rights.consentAt(ContactId,Purpose,String,Instant)",
                    Action.VIEW_CONSENT,
                    (s, at) -> s.privacy().consentAt(at.ana(), Purpose.MARKETING, "whatsapp", Instant.EPOCH)),
            of(
                    "Rights.maySend(ContactId,Purpose,String)",
                    Action.ASK_TO_SEND,
                    (s, at) -> s.privacy().maySend(at.ana(), Purpose.MARKETING, "whatsapp")),
            of(
                    "Outreach.decide(ContactId,Draft)",
                    Action.ASK_TO_SEND,
                    (s, at) -> s.outreach().decide(at.ana(), Draft.answer("canario"))),
            of(
                    "Outreach.send(ContactId,Draft)",
                    Action.SEND,
                    (s, at) -> s.outreach().send(at.ana(), Draft.answer("one more"))),
            of(
                    "Outreach.unsettled(ContactId,int)",
                    Action.VIEW_UNSETTLED,
                    (s, at) -> s.outreach().unsettled(at.ana(), 10)),
            of(
                    "Rights.restrict(ContactId)",
                    Action.RESTRICT_CONTACT,
                    (s, at) -> s.privacy().restrict(at.ana())),
            of(
                    "Rights.liftRestriction(ContactId)",
                    Action.LIFT_RESTRICTION,
                    (s, at) -> s.privacy().liftRestriction(at.ana())),
            of(
                    "Rights.restricted(ContactId,int)",
                    Action.VIEW_RESTRICTED,
                    (s, at) -> s.privacy().restricted(null, 10)),
            of(
                    "Rights.retain(Retention,boolean)",
                    Action.RETAIN,
                    (s, at) -> s.privacy().retain(Retention.DEFAULT, true)));

    private People() {}
}
