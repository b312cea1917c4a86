package io.crmkit.testkit.simulator;

import io.crmkit.CrmSession;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.Contact;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Merge;
import io.crmkit.contact.Naming;
import io.crmkit.contact.Note;
import io.crmkit.contact.Tag;
import io.crmkit.dossier.Absorbed;
import io.crmkit.dossier.Dossier;
import io.crmkit.dossier.Entry;
import io.crmkit.dossier.MergeRecord;
import io.crmkit.dossier.Origins;
import io.crmkit.dossier.Portrait;
import io.crmkit.dossier.Registers;
import io.crmkit.dossier.Scope;
import io.crmkit.insight.Fact;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.SystemEvent;
import io.crmkit.move.Luggage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything a tenant has, in lines: whole, with every id and time, but for what storage makes up for itself. */
final class Inventory {
    private final List<String> lines = new ArrayList<>();

    private Inventory() {}

    static List<String> of(CrmSession session) {
        Inventory all = new Inventory();
        session.export(Scope.EVERYTHING, snapshot -> {
            Luggage luggage = Luggage.of(snapshot);
            for (Dossier dossier : snapshot) {
                all.lines.add(portrait(dossier.portrait()) + dossier.summary().activity());
                luggage.keepsakes(dossier, keepsake -> all.lines.add(KeptLines.of(keepsake)));
                dossier.entries(entry -> all.lines.add(entry(entry)));
            }
            all.registers(snapshot.registers());
            KeptLines.of(luggage, all.lines::add);
            return all;
        });
        return all.lines.stream().sorted().toList();
    }

    private void registers(Registers registers) {
        registers.identifiers(held -> lines.add("identifier " + held(held)));
        registers.statements(statement -> lines.add("statement " + statement(statement)));
        registers.contradictions(each -> lines.add(each.toString()));
        registers.parked(parked -> lines.add(
                "parked " + parked.target().account() + parked.target().id() + " "
                        + parked.update() + named(parked.told()) + parked.receivedAt()
                        + (parked.update() instanceof MessageEdited edit ? content(edit.content()) : "")));
        registers.setAside(each -> lines.add("set aside " + each.receivedAt()
                + each.what().account() + each.what().channel() + each.what().reason()
                + each.what().raw()));
        registers.dismissals(each -> lines.add(each.toString()));
    }

    private static String portrait(Portrait p) {
        Contact contact = p.contact();
        return "contact " + contact.id() + contact.status() + contact.statusByHand() + named(contact.naming())
                + contact.identifiers().stream().map(Inventory::identifier).toList() + tags(p.tags())
                + attributes(p.attributes())
                + p.notes().stream().map(Inventory::note).toList()
                + p.held().stream().map(Inventory::held).toList() + p.conversations()
                + p.facts().stream().map(Inventory::fact).toList()
                + p.absorbed().stream().map(Inventory::absorbed).toList()
                + p.merges().stream().map(Inventory::merge).toList();
    }

    private static String absorbed(Absorbed a) {
        return a.id() + " into " + a.into() + named(a.naming()) + a.status() + tags(a.tags())
                + attributes(a.attributes());
    }

    private static String merge(MergeRecord m) {
        Merge merge = m.merge();
        return merge.id()
                + merge.actor()
                + merge.at()
                + side(merge.survivor())
                + side(merge.absorbed())
                + named(m.before().survivor())
                + named(m.before().absorbed())
                + m.before().status()
                + tags(m.taken().tags())
                + m.taken().notes().stream().sorted().toList()
                + m.taken().attributes().stream().sorted().toList();
    }

    private static String side(Merge.Side side) {
        return side.contact() + key(side.seen().key()) + side.seen().at();
    }

    private static String fact(Fact fact) {
        return fact.id()
                + fact.matter().canonical()
                + fact.matter().value().text()
                + fact.sensitivity()
                + fact.decisions()
                + fact.support().stream()
                        .map(s -> s + s.quote() + s.confidence() + s.readAt())
                        .toList()
                + fact.standing()
                + fact.recordedAt()
                + fact.retractedAt();
    }

    private static String note(Note note) {
        return note.id() + note.author() + note.writtenAt() + note.text();
    }

    private static String tags(Collection<Tag> tags) {
        return tags.stream()
                .sorted()
                .map(tag -> tag.category() + tag.name())
                .toList()
                .toString();
    }

    private static String attributes(Map<String, AttributeValue> attributes) {
        Map<String, String> words = new TreeMap<>();
        attributes.forEach((name, value) -> words.put(name, value.kind() + value.canonical()));
        return words.toString();
    }

    private static String named(Naming naming) {
        return name(naming.displayName()) + name(naming.username());
    }

    private static String name(Naming.@Nullable Name name) {
        return name == null ? " nameless " : " called " + name.value() + name.at();
    }

    private static String held(Origins.Held held) {
        return key(held.key()) + identifier(held.identifier()) + held.holdings();
    }

    static String identifier(Identifier identifier) {
        return identifier.scheme() + "@" + identifier.scope() + ":" + identifier.value();
    }

    static String key(MatchKey key) {
        return " " + key.scheme() + "@" + key.scope() + "=" + key.key() + " ";
    }

    private static String statement(IdentityStatement s) {
        return s.now().stream().sorted().map(Inventory::key).toList()
                + s.before().stream().sorted().map(Inventory::key).toList().toString()
                + s.at()
                + s.listed();
    }

    private static String entry(Entry entry) {
        Interaction i = entry.interaction();
        return "entry " + i.occurrence() + i.occurrence().ref().id() + (entry.route() == null ? "" : key(entry.route()))
                + entry.readings() + content(i.content()) + more(i);
    }

    private static String more(Interaction i) {
        if (i instanceof Message m) {
            return m.origin()
                    + content(m.original())
                    + m.delivery()
                    + m.aftermath()
                    + named(m.aftermath().told())
                    + m.aftermath().edits().stream()
                            .map(e -> e.at() + content(e.content()))
                            .toList();
        }
        return i instanceof Dealing dealing
                ? dealing.subject().account()
                        + dealing.subject().id()
                        + dealing.deal().parts()
                : ((SystemEvent) i).kind() + " " + ((SystemEvent) i).score();
    }

    static String content(Content c) {
        return Arrays.asList(
                        c.type(),
                        c.text(),
                        c.attachments().size(),
                        c.reply(),
                        c.cards(),
                        c.place(),
                        c.referral(),
                        c.replyTo(),
                        c.forwarded(),
                        c.errors(),
                        c.senderName(),
                        c.raw())
                .toString();
    }
}
