package io.crmkit.whatsapp;

import io.crmkit.contact.Identifier;
import io.crmkit.contact.Scheme;
import io.crmkit.outreach.Dispatch;
import io.crmkit.outreach.Outgoing;
import io.crmkit.outreach.Outgoing.Choice;
import io.crmkit.outreach.Outgoing.Media;
import io.crmkit.outreach.Outgoing.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is posted to the platform. */
final class Payload {
    private Payload() {}

    static ObjectNode of(Dispatch dispatch) {
        ObjectNode body = Json.object();
        body.put("messaging_product", "whatsapp");
        if (dispatch.message() instanceof Outgoing.ReadMark) {
            return body.put("status", "read").put("message_id", dispatch.about());
        }
        body.put("recipient_type", "individual");
        address(body, dispatch.to());
        body.put("biz_opaque_callback_data", dispatch.id().toString());
        say(body, dispatch.message(), dispatch.about());
        return body;
    }

    /** A number without its plus would be read as one of the business's own country. */
    private static void address(ObjectNode body, Identifier to) {
        if (to.scheme().equals(Scheme.PHONE)) {
            body.put("to", to.value().startsWith("+") ? to.value() : "+" + to.value());
        } else {
            body.put("recipient", to.value());
        }
    }

    private static void say(ObjectNode body, Outgoing message, @Nullable String about) {
        if (message instanceof Outgoing.Text text) {
            if (about != null) {
                body.putObject("context").put("message_id", about);
            }
            body.put("type", "text");
            body.putObject("text").put("preview_url", false).put("body", text.body());
        } else if (message instanceof Template template) {
            body.put("type", "template");
            fill(body.putObject("template"), template);
        } else if (message instanceof Media media) {
            String kind = media.kind().word();
            body.put("type", kind);
            fill(body.putObject(kind), media);
        } else if (message instanceof Choice choice) {
            body.put("type", "interactive");
            fill(body.putObject("interactive"), choice);
        } else if (message instanceof Outgoing.Reaction reaction) {
            body.put("type", "reaction");
            body.putObject("reaction").put("message_id", about).put("emoji", reaction.emoji());
        }
    }

    private static void fill(ObjectNode node, Media media) {
        node.put(media.mediaId() != null ? "id" : "link", media.mediaId() != null ? media.mediaId() : media.link());
        if (media.caption() != null) {
            node.put("caption", media.caption());
        }
        if (media.fileName() != null) {
            node.put("filename", media.fileName());
        }
    }

    private static void fill(ObjectNode node, Template template) {
        node.put("name", template.name());
        node.putObject("language").put("code", template.language());
        ArrayNode components = Json.object().putArray("components");
        Media header = template.header();
        if (header != null) {
            String kind = header.kind().word();
            ObjectNode parameter = component(components, "header").addObject().put("type", kind);
            fill(parameter.putObject(kind), header);
        }
        if (!template.fields().isEmpty()) {
            ArrayNode parameters = component(components, "body");
            template.fields()
                    .forEach(field -> parameters.addObject().put("type", "text").put("text", field));
        }
        List<String> payloads = template.payloads();
        for (int i = 0; i < payloads.size(); i++) {
            ObjectNode button = components.addObject();
            button.put("type", "button").put("sub_type", "quick_reply").put("index", String.valueOf(i));
            button.putArray("parameters").addObject().put("type", "payload").put("payload", payloads.get(i));
        }
        if (!components.isEmpty()) {
            node.set("components", components);
        }
    }

    private static ArrayNode component(ArrayNode components, String type) {
        return components.addObject().put("type", type).putArray("parameters");
    }

    private static void fill(ObjectNode node, Choice choice) {
        node.put("type", choice.list() == null ? "button" : "list");
        node.putObject("body").put("text", choice.body());
        ObjectNode action = node.putObject("action");
        if (choice.list() == null) {
            ArrayNode buttons = action.putArray("buttons");
            choice.options()
                    .forEach(option -> buttons.addObject()
                            .put("type", "reply")
                            .putObject("reply")
                            .put("id", option.id())
                            .put("title", option.title()));
            return;
        }
        action.put("button", choice.list());
        ArrayNode rows = action.putArray("sections").addObject().putArray("rows");
        choice.options()
                .forEach(option -> rows.addObject().put("id", option.id()).put("title", option.title()));
    }
}
