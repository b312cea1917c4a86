package io.crmkit.quickstart;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Subject;
import io.crmkit.appointment.Appointment;
import io.crmkit.appointment.Habits;
import io.crmkit.contact.Activity;
import io.crmkit.contact.Contact;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.PhoneDisplay;
import io.crmkit.contact.Scheme;
import io.crmkit.insight.Fact;
import io.crmkit.interaction.Referral;
import io.crmkit.profile.ContactProfile;
import io.crmkit.profile.InitialInquiry;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who a contact is and how they came. */
record ProfileCard(Times times, Style style) {
    private static final int LABEL = 15;

    /** As many as are shown. */
    private static final int APPOINTMENTS = 5;

    private static final Map<Scheme, String> LABELS = Map.of(
            Scheme.PHONE, "Phone",
            Scheme.EMAIL, "E-mail",
            Scheme.WHATSAPP_USER_ID, "WhatsApp id",
            Scheme.WHATSAPP_PARENT_USER_ID, "Portfolio id");

    List<String> lines(ContactProfile profile) {
        Contact contact = profile.summary().contact();
        Activity activity = profile.summary().activity();
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(ContactTable.name(contact)) + "  " + style.dim(Screen.word(contact.status())));
        contact.username().ifPresent(name -> field(lines, "Username", "@" + name));
        contact.identifiers().forEach(identifier -> field(lines, label(identifier.scheme()), address(identifier)));
        field(
                lines,
                "Interactions",
                activity.interactions() + " (" + activity.fromCustomer() + " messages from the customer, "
                        + activity.fromBusiness() + " from the business)");
        field(lines, "First contact", times.moment(activity.first()));
        field(lines, "Last contact", times.moment(activity.last()));
        profile.inquiry().ifPresent(inquiry -> inquiry(lines, inquiry));
        profile.facts().stream()
                .filter(fact -> fact.current() && fact.matter().subject() == Subject.CUSTOMER)
                .forEach(fact -> known(lines, fact));
        profile.patronage().appointments().stream().limit(APPOINTMENTS).forEach(each -> appointment(lines, each));
        habits(lines, profile.habits());
        profile.patronage()
                .spend()
                .forEach((currency, amount) -> field(lines, "Spent", amount.toPlainString() + " " + currency));
        if (!profile.conflicts().isEmpty()) {
            field(lines, "Conflict", "may be the same person as " + profile.conflicts());
        }
        return lines;
    }

    private void appointment(List<String> lines, Appointment appointment) {
        String words = Stream.of(
                        times.moment(appointment.start()),
                        Screen.word(appointment.status()),
                        appointment.service(),
                        appointment.staff())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        field(lines, "Appointment", words);
    }

    private void habits(List<String> lines, Habits habits) {
        habits.interval()
                .ifPresent(found -> field(
                        lines, "Comes", "every " + found.value() + " days, going by " + found.bookings() + " visits"));
        List<String> prefers = new ArrayList<>();
        habits.days()
                .ifPresent(found -> prefers.add(found.value().stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                        .collect(Collectors.joining(", "))));
        habits.part().ifPresent(found -> prefers.add(Screen.word(found.value())));
        if (!prefers.isEmpty()) {
            field(lines, "Prefers", String.join(", ", prefers));
        }
    }

    private void inquiry(List<String> lines, InitialInquiry inquiry) {
        if (inquiry.text() != null) {
            field(lines, "Asked first", "“" + inquiry.text() + "”");
        }
        if (inquiry.referral() != null) {
            field(lines, "Came by", cameBy(inquiry.referral()));
        }
    }

    private void known(List<String> lines, Fact fact) {
        String value = fact.matter().value().text();
        String quote = fact.support().isEmpty() ? "" : fact.support().get(0).quote();
        field(lines, sentence(fact.matter().type()), value.equals(quote) ? value : value + "  “" + quote + "”");
    }

    private static String sentence(FactType type) {
        String word = Screen.word(type);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** The advertisement or post in a few words. */
    static String cameBy(Referral referral) {
        String kind = "post".equals(referral.sourceType()) ? "the post" : "the advertisement";
        String what = referral.headline() != null ? referral.headline() : referral.sourceId();
        return what == null ? kind : kind + " “" + what + "”";
    }

    private void field(List<String> lines, String label, String text) {
        String head = style.dim(Columns.left(label, LABEL));
        for (String line : Columns.wrapped(Columns.printable(text), Screen.WIDTH - LABEL - 2)) {
            lines.add("  " + head + line);
            head = " ".repeat(LABEL);
        }
    }

    private static String label(Scheme scheme) {
        return Columns.cut(LABELS.getOrDefault(scheme, scheme.name()), LABEL - 1);
    }

    private static String address(Identifier identifier) {
        String shown = PhoneDisplay.of(identifier);
        return shown.equals(identifier.value()) ? shown : shown + "  (answer to " + identifier.value() + ")";
    }
}
