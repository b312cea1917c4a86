package io.crmkit.testkit.simulator;

import io.crmkit.contact.ContactId;
import io.crmkit.move.Keepsake;
import io.crmkit.move.Luggage;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.Sending;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a tenant has of promises, wishes, messages on their way, erased people, lists and reports, as lines. */
final class KeptLines {
    private KeptLines() {}

    static String of(Keepsake keepsake) {
        String of = " of " + keepsake.contact() + " by " + keepsake.by();
        if (keepsake instanceof Keepsake.Agreed agreed) {
            return "consent " + agreed.consent() + of;
        }
        return keepsake instanceof Keepsake.Asked asked
                ? "request " + asked.request() + of
                : "sending " + sending(((Keepsake.Sent) keepsake).sending()) + of;
    }

    private static String sending(Sending s) {
        return s.id() + s.key() + s.bulk() + s.purpose() + s.from() + Inventory.identifier(s.to())
                + message(s.message())
                + s.about() + s.author() + s.by() + s.askedAt() + s.state() + s.at() + s.calls() + " " + s.code()
                + s.advice() + s.interaction();
    }

    private static String message(Outgoing message) {
        return message instanceof Outgoing.Template t
                ? t.name() + t.language() + t.fields() + t.header() + t.payloads() + t.preview()
                : message + message.content().map(Inventory::content).orElse("");
    }

    static void of(Luggage luggage, Consumer<String> lines) {
        luggage.words(word -> lines.accept("word on" + Inventory.key(word.on()) + word.purpose() + word.channel()
                + word.granted() + word.since()));
        luggage.strays(each -> lines.accept("stray " + of(each)));
        luggage.erasures(each -> lines.accept("erasure " + each.id() + new TreeSet<ContactId>(each.contacts())
                + each.by() + each.at() + each.completedAt() + each.removed() + each.remaining()
                + each.graves().stream().map(Object::toString).sorted().toList()
                + each.words().stream()
                        .map(word -> word.on() + word.purpose() + word.channel() + word.granted() + word.since())
                        .sorted()
                        .collect(Collectors.joining())));
        luggage.goneMessages(some -> some.forEach(each -> lines.accept("gone " + each)));
        luggage.lists().forEach(list -> lines.accept("list " + list.key() + list.name() + list.criterion()));
        luggage.reports(each ->
                lines.accept("report " + each.report().key() + each.report().title()
                        + each.report().schedule() + each.report().contents()
                        + each.report().format()
                        + each.report().to().carrier() + each.report().to().addresses() + each.nextAt() + each.runs()));
    }
}
