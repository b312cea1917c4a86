package io.crmkit.testkit.simulator;

import io.crmkit.capture.InboundEvent;
import io.crmkit.capture.InboundEvent.DealingEvent;
import io.crmkit.capture.InboundEvent.HappeningEvent;
import io.crmkit.capture.InboundEvent.IdentityEvent;
import io.crmkit.capture.InboundEvent.MessageEvent;
import io.crmkit.capture.InboundEvent.UpdateEvent;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Party;
import io.crmkit.interaction.Content;
import io.crmkit.interaction.Dealing;
import io.crmkit.interaction.Interaction;
import io.crmkit.interaction.Message;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.SystemEvent;
import java.util.List;

/** Events and entries in words, whole: they are all made up. */
final class Telling {
    private Telling() {}

    static String of(Interaction entry) {
        String head = entry.occurredAt() + " " + entry.author() + " "
                + entry.occurrence().ref().id() + " ";
        if (entry instanceof Message message) {
            return head + message.origin() + " " + content(message.content()) + " first " + content(message.original())
                    + " " + message.state() + " " + message.delivery() + " " + message.reactions() + " edited "
                    + message.aftermath().edits().stream().map(Telling::edit).toList() + " deleted "
                    + message.deletedAt();
        }
        if (entry instanceof Dealing dealing) {
            return head + dealing.subject().id() + " " + dealing.deal().parts();
        }
        return head + ((SystemEvent) entry).kind() + " " + content(entry.content());
    }

    static String of(InboundEvent event) {
        if (event instanceof MessageEvent message) {
            return head(event, message.party()) + message.author() + " says by " + message.origin() + " "
                    + content(message.content());
        } else if (event instanceof UpdateEvent update) {
            return head(event, update.party()) + update.update();
        } else if (event instanceof HappeningEvent happening) {
            return head(event, happening.party()) + happening.kind();
        } else if (event instanceof DealingEvent dealing) {
            return head(event, dealing.party()) + dealing.of().id() + " "
                    + dealing.deal().parts();
        } else if (event instanceof IdentityEvent identity) {
            return head(event, identity.party()) + (identity.listed() ? "listed" : "stated");
        }
        return event.toString();
    }

    private static String head(InboundEvent event, Party party) {
        String was = party.formerly().isEmpty() ? "" : " was " + identifiers(party.formerly());
        String ref = event.subject()
                .map(subject -> " " + subject.id() + "@" + subject.account().account())
                .orElse("");
        return event.at() + ref + " " + identifiers(party.identifiers()) + was + " " + party.displayName() + " ";
    }

    private static List<String> identifiers(List<Identifier> identifiers) {
        return identifiers.stream().map(i -> i.scope() + ":" + i.value()).toList();
    }

    private static String edit(MessageEdited edit) {
        return edit.at() + content(edit.content());
    }

    private static String content(Content content) {
        return content.type() + "'" + content.text() + "'" + content.senderName();
    }
}
