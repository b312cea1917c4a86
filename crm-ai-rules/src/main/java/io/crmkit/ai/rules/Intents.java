package io.crmkit.ai.rules;

import io.crmkit.ai.FactType;
import io.crmkit.ai.Sentiment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the customer wants of the business. */
final class Intents {
    private static final Set<FactType> DATA =
            EnumSet.of(FactType.EMAIL, FactType.PHONE, FactType.ID_NUMBER, FactType.ADDRESS, FactType.BIRTH_DATE);
    private static final Set<String> FILLERS =
            Set.of("ah", "ay", "hola", "ok", "y", "a", "uh", "uy", "oi", "hi", ",", "!", ".");

    private final Reading reading;
    private final List<Finding> findings;
    private final Sentiment mood;
    private final Set<String> intents = new TreeSet<>();

    private Intents(Reading reading, List<Finding> findings, Sentiment mood) {
        this.reading = reading;
        this.findings = findings;
        this.mood = mood;
    }

    static Set<String> of(Reading reading, List<Finding> findings, Sentiment mood) {
        Intents intents = new Intents(reading, findings, mood);
        reading.hits().of(Meaning.INTENT).forEach(intents::said);
        intents.wanted();
        intents.judged();
        intents.answered();
        intents.settle();
        return intents.intents;
    }

    private void said(Hit hit) {
        boolean limit = hit.code().equals("ASK_PRICE") && reading.hits().covers(Meaning.BUDGET, hit.from());
        boolean vague = hit.code().equals("ASK_SERVICE_INFO") && hit.to() - hit.from() == 1 && !aboutOffer(hit);
        boolean denied = !hit.code().equals("OPT_OUT")
                && !hit.code().equals("CANCEL")
                && reading.denied(hit.from())
                && reading.hits().at(Meaning.NOT, hit.from()) == null;
        if (!limit && !vague && !denied && !hit.code().equals("NONE")) {
            intents.add(hit.code());
        }
    }

    /** "Hacen …?" asks about something offered. */
    private boolean aboutOffer(Hit hit) {
        int end = reading.words().clauseEnd(hit.from());
        return reading.words().at(end).is("?")
                || reading.hits().within(Meaning.SERVICE, hit.to(), Math.min(end, hit.to() + 5));
    }

    /** "Quiero kapping", "turno … el jueves". */
    private void wanted() {
        boolean want = reading.hits().of(Meaning.WANT).stream()
                .anyMatch(hit -> reading.hits().within(Meaning.SERVICE, hit.to(), hit.to() + 3));
        boolean service =
                findings.stream().anyMatch(finding -> finding.type() == FactType.SERVICE && finding.asserted());
        boolean time =
                findings.stream().anyMatch(finding -> finding.type() == FactType.DATE_TIME && finding.asserted());
        boolean asks =
                intents.stream().anyMatch(intent -> intent.startsWith("ASK_") && !intent.equals("ASK_AVAILABILITY"));
        boolean insured = findings.stream()
                .anyMatch(finding -> finding.type() == FactType.INSURANCE && Opinions.asks(reading, finding.to()));
        if (insured) {
            intents.add("ASK_INSURANCE");
        }
        if (want || service && time && !asks && mood != Sentiment.NEGATIVE) {
            intents.add("BOOK");
        }
        if (reading.wasAsked(Meaning.OFFER) && time && offeredTurn()) {
            intents.add("BOOK");
        }
    }

    private boolean offeredTurn() {
        Reading asked = reading.asked();
        return asked != null
                && asked.hits().of(Meaning.OFFER).stream()
                        .anyMatch(offer -> asked.words().at(offer.from()).is("turno"));
    }

    private void judged() {
        boolean complaint = has(FactType.COMPLAINT);
        boolean praise = has(FactType.PRAISE);
        if (complaint && (mood == Sentiment.MIXED || praise)) {
            intents.add("FEEDBACK");
        } else if (complaint) {
            intents.add("COMPLAIN");
        } else if (praise) {
            intents.add("PRAISE");
        } else if (has(FactType.FRUSTRATION) && mood == Sentiment.NEGATIVE && intents.isEmpty()) {
            intents.add("COMPLAIN");
        }
        if (has(FactType.SATISFACTION)) {
            intents.add("FEEDBACK");
        }
        boolean data = findings.stream()
                .anyMatch(finding -> DATA.contains(finding.type()) && finding.asserted() && finding.customers());
        if (data && intents.isEmpty() && !askedAnything()) {
            intents.add("UPDATE_DATA");
        }
    }

    /** What was asked for is an answer and no wish. */
    private boolean askedAnything() {
        Reading asked = reading.asked();
        return asked != null && asked.words().text().indexOf('?') >= 0;
    }

    private boolean has(FactType type) {
        return findings.stream().anyMatch(finding -> finding.type() == type);
    }

    /** A short yes to what was offered. */
    private void answered() {
        int at = 0;
        while (at < 3
                && FILLERS.contains(reading.words().at(at).plain())
                && reading.hits().at(Meaning.YES, at) == null) {
            at++;
        }
        boolean yes = reading.hits().at(Meaning.YES, at) != null;
        if (yes && reading.wasAsked(Meaning.OFFER) && reading.words().size() <= 9 && intents.isEmpty()) {
            intents.add("CONFIRM");
        }
    }

    private void settle() {
        if (intents.contains("CANCEL") || intents.contains("RESCHEDULE")) {
            intents.remove("BOOK");
            intents.remove("ASK_AVAILABILITY");
        }
        if (intents.contains("RESCHEDULE")
                && reading.hits().of(Meaning.INTENT).stream()
                        .noneMatch(hit -> hit.code().equals("CANCEL") && hit.to() - hit.from() > 1)) {
            intents.remove("CANCEL");
        }
        if (intents.contains("OPT_OUT") || intents.contains("DELETE_DATA")) {
            intents.remove("CANCEL");
            intents.remove("REQUEST_HUMAN");
        }
        if (intents.contains("ASK_INSURANCE")) {
            intents.remove("ASK_SERVICE_INFO");
        }
    }
}
