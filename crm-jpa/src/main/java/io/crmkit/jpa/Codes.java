package io.crmkit.jpa;

import io.crmkit.analytics.Sale;
import io.crmkit.audit.AuditOutcome;
import io.crmkit.bulk.BulkJob;
import io.crmkit.bulk.BulkOutcome;
import io.crmkit.consent.Evidence;
import io.crmkit.consent.Purpose;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.due.DueKind;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Conversation;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.DeliveryState;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Origin;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.outreach.Sending;
import io.crmkit.outreach.Verdict;
import io.crmkit.report.ReportRun;
import io.crmkit.request.PersonRequest;
import io.crmkit.request.Regime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers that stand for choices in the tables. Never reordered; what is new goes to the end. */
final class Codes {
    static final Codes.Of<Author> AUTHOR = of(Author.CUSTOMER, Author.BOT, Author.AGENT, Author.SYSTEM);
    static final Codes.Of<Origin> ORIGIN = of(Origin.HISTORY, Origin.ECHO, Origin.LIVE, Origin.SENT);
    private static final Codes.Of<ContactStatus> STATUS =
            of(ContactStatus.INACTIVE, ContactStatus.BLOCKED, ContactStatus.ACTIVE);
    static final Codes.Of<Tag.Category> TAG = of(
            Tag.Category.SERVICE_INTEREST,
            Tag.Category.CUSTOMER_TYPE,
            Tag.Category.STATUS,
            Tag.Category.PREFERENCE,
            Tag.Category.CAMPAIGN_SOURCE,
            Tag.Category.OWN);
    static final Codes.Of<Conversation.State> CONVERSATION =
            of(Conversation.State.OPEN, Conversation.State.ENDED, Conversation.State.SILENT);
    static final Codes.Of<DeliveryState> DELIVERY = of(
            DeliveryState.RECEIVED,
            DeliveryState.PENDING,
            DeliveryState.SENT,
            DeliveryState.DELIVERED,
            DeliveryState.READ,
            DeliveryState.PLAYED,
            DeliveryState.FAILED);
    static final Codes.Of<EventKind> EVENT = of(
            EventKind.CONVERSATION_STARTED,
            EventKind.CONVERSATION_ENDED,
            EventKind.CONVERSATION_REOPENED,
            EventKind.HANDED_TO_BOT,
            EventKind.HANDED_TO_AGENT,
            EventKind.CHANNEL_NOTICE,
            EventKind.ESCALATED,
            EventKind.RESOLUTION_CONFIRMED,
            EventKind.FEEDBACK);

    static final Codes.Of<AppointmentStatus> APPOINTMENT = of(
            AppointmentStatus.BOOKED,
            AppointmentStatus.CONFIRMED,
            AppointmentStatus.RESCHEDULED,
            AppointmentStatus.CANCELLED,
            AppointmentStatus.NO_SHOW,
            AppointmentStatus.ATTENDED);

    static final Codes.Of<Sale.Kind> SALE = of(Sale.Kind.PAYMENT, Sale.Kind.REFUND, Sale.Kind.ORDER, Sale.Kind.VISIT);

    static final Codes.Of<DueKind> DUE = of(
            DueKind.EXTRACT_BY_RULES,
            DueKind.EXTRACT_BY_MODEL,
            DueKind.BULK,
            DueKind.SEAL_AUDIT,
            DueKind.DELIVER_EVENTS,
            DueKind.SEGMENTS,
            DueKind.SURVEY_SEGMENTS,
            DueKind.ERASE,
            DueKind.SEND,
            DueKind.RETAIN,
            DueKind.REPORT);

    static final Codes.Of<AuditOutcome> AUDIT = of(AuditOutcome.ALLOWED, AuditOutcome.DENIED, AuditOutcome.NOT_FOUND);

    static final Codes.Of<Purpose> PURPOSE = of(Purpose.ANSWER, Purpose.REMINDER, Purpose.MARKETING);

    static final Codes.Of<Sending.State> SENDING = of(
            Sending.State.CALLING,
            Sending.State.WAITING,
            Sending.State.ACCEPTED,
            Sending.State.REFUSED,
            Sending.State.UNKNOWN);

    static final Codes.Of<Verdict.Advice> ADVICE = of(
            Verdict.Advice.FIX_MESSAGE,
            Verdict.Advice.USE_TEMPLATE,
            Verdict.Advice.CHECK_ADDRESS,
            Verdict.Advice.NEED_PHONE,
            Verdict.Advice.TRY_TOMORROW,
            Verdict.Advice.GIVE_UP);

    static final Codes.Of<PersonRequest.Kind> REQUEST = of(
            PersonRequest.Kind.ACCESS,
            PersonRequest.Kind.PORTABILITY,
            PersonRequest.Kind.RECTIFICATION,
            PersonRequest.Kind.ERASURE,
            PersonRequest.Kind.RESTRICTION,
            PersonRequest.Kind.OBJECTION);

    static final Codes.Of<Regime> REGIME = of(Regime.GDPR, Regime.LGPD, Regime.LEY_25326);
    static final Codes.Of<PersonRequest.State> REQUEST_STATE = of(
            PersonRequest.State.OPEN,
            PersonRequest.State.FULFILLED,
            PersonRequest.State.REFUSED,
            PersonRequest.State.WITHDRAWN);

    /** From 1; 0 where there is none. */
    static final Codes.Of<PersonRequest.Extension> EXTENSION =
            of(PersonRequest.Extension.COMPLEXITY, PersonRequest.Extension.NUMBER_OF_REQUESTS);

    /** From 1; 0 where there is none. */
    static final Codes.Of<PersonRequest.Refusal> REFUSAL = of(
            PersonRequest.Refusal.NOT_IDENTIFIED,
            PersonRequest.Refusal.UNFOUNDED,
            PersonRequest.Refusal.EXCESSIVE,
            PersonRequest.Refusal.OBLIGED_TO_KEEP);

    static final Codes.Of<Evidence.Kind> EVIDENCE =
            of(Evidence.Kind.MESSAGE, Evidence.Kind.PLATFORM, Evidence.Kind.STATED, Evidence.Kind.IMPORTED);

    static final Codes.Of<BulkJob.State> BULK = of(
            BulkJob.State.WAITING,
            BulkJob.State.RUNNING,
            BulkJob.State.PAUSED,
            BulkJob.State.CANCELLED,
            BulkJob.State.FINISHED);

    static final Codes.Of<ReportRun.State> REPORT_RUN =
            of(ReportRun.State.RUNNING, ReportRun.State.WAITING, ReportRun.State.DELIVERED, ReportRun.State.GIVEN_UP);

    /** What became of a contact of a bulk job; 0 while nothing did. */
    static final Codes.Of<BulkOutcome> BULK_OUTCOME = of(
            BulkOutcome.DONE,
            BulkOutcome.UNCHANGED,
            new BulkOutcome.Refused(BulkOutcome.Reason.UNKNOWN_CONTACT),
            new BulkOutcome.Refused(BulkOutcome.Reason.UNKNOWN_SURVIVOR),
            new BulkOutcome.Refused(BulkOutcome.Reason.NO_IDENTIFIER),
            new BulkOutcome.Refused(BulkOutcome.Reason.FAILED),
            new BulkOutcome.Refused(BulkOutcome.Reason.ERASED),
            new BulkOutcome.Refused(BulkOutcome.Reason.RESTRICTED),
            new BulkOutcome.Refused(BulkOutcome.Reason.BLOCKED),
            new BulkOutcome.Refused(BulkOutcome.Reason.SUPPRESSED),
            new BulkOutcome.Refused(BulkOutcome.Reason.NO_CONSENT),
            new BulkOutcome.Refused(BulkOutcome.Reason.NO_ADDRESS),
            new BulkOutcome.Refused(BulkOutcome.Reason.NO_VALUE),
            new BulkOutcome.Refused(BulkOutcome.Reason.NOT_TAKEN),
            new BulkOutcome.Refused(BulkOutcome.Reason.MAYBE_SENT));

    /** The kind of an interaction that is a message; events have their own code after it. */
    static final int MESSAGE = 0;

    /** The kind of what was told of an appointment or a payment. */
    static final int DEALING = 100;

    private Codes() {}

    /** What kind of an interaction it is. */
    static int kind(Interaction interaction) {
        if (interaction instanceof SystemEvent event) {
            return 1 + EVENT.code(event.kind());
        }
        return interaction instanceof Dealing ? DEALING : MESSAGE;
    }

    /** 0 where nobody set one. */
    static int status(@Nullable ContactStatus set) {
        return set == null ? 0 : 1 + STATUS.code(set);
    }

    static @Nullable ContactStatus status(int code) {
        return code == 0 ? null : STATUS.choice(code - 1);
    }

    /** The codes of one kind of choice. */
    record Of<E>(List<E> choices) {
        int code(E choice) {
            return choices.indexOf(choice);
        }

        E choice(int code) {
            return choices.get(code);
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <E> Of<E> of(E... choices) {
        return new Of<>(List.of(choices));
    }
}
