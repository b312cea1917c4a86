package io.crmkit.testkit.permissions;

import static io.crmkit.testkit.permissions.UseCase.of;

import io.crmkit.bulk.Chosen;
import io.crmkit.consent.Purpose;
import io.crmkit.outreach.Campaign;
import io.crmkit.outreach.Draft;
import io.crmkit.outreach.Outgoing;
import io.crmkit.privacy.Action;
import io.crmkit.request.PersonRequest.Extension;
import io.crmkit.request.PersonRequest.Kind;
import io.crmkit.request.PersonRequest.Refusal;
import io.crmkit.request.Regime;
import io.crmkit.rights.Retention;
import java.time.Instant;
import java.util.List;
import java.util.Set;

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
                    "Rights.access(ContactId)",
                    Action.DISCLOSE,
                    (s, at) -> s.privacy().access(at.ana())),
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
                    "BulkActions.preview(Campaign,Chosen)",
                    Action.PREVIEW_BROADCAST,
                    (s, at) -> s.bulk()
                            .preview(
                                    Campaign.of(Purpose.REMINDER, Outgoing.Template.of("visit", "es")),
                                    new Chosen.These(Set.of(at.ana())))),
            of(
                    "BulkActions.response(BulkId,Instant)",
                    Action.VIEW_BULK,
                    (s, at) -> s.bulk().response(at.job(), Instant.EPOCH)),
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
                    (s, at) -> s.privacy().retain(Retention.DEFAULT, true)),
            of(
                    "Requests.open(ContactId,Kind,Regime,Instant,String)",
                    Action.OPEN_REQUEST,
                    (s, at) -> s.privacy().requests().open(at.ana(), Kind.ERASURE, Regime.LGPD, Instant.EPOCH, "")),
            of(
                    "Requests.extend(RequestId,Extension)",
                    Action.STEER_REQUEST,
                    (s, at) -> s.privacy().requests().extend(at.request(), Extension.COMPLEXITY)),
            of(
                    "Requests.fulfil(RequestId)",
                    Action.STEER_REQUEST,
                    (s, at) -> s.privacy().requests().fulfil(at.request())),
            of(
                    "Requests.refuse(RequestId,Refusal)",
                    Action.STEER_REQUEST,
                    (s, at) -> s.privacy().requests().refuse(at.request(), Refusal.UNFOUNDED)),
            of(
                    "Requests.withdraw(RequestId)",
                    Action.STEER_REQUEST,
                    (s, at) -> s.privacy().requests().withdraw(at.request())),
            of(
                    "Requests.of(ContactId)",
                    Action.VIEW_REQUESTS,
                    (s, at) -> s.privacy().requests().of(at.ana())),
            of(
                    "Requests.due(Instant,String,int)",
                    Action.VIEW_REQUESTS,
                    (s, at) -> s.privacy().requests().due(Instant.parse("2100-01-01T00:00:00Z"), null, 10)));

    private People() {}
}
