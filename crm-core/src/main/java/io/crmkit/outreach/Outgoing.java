package io.crmkit.outreach;

import io.crmkit.interaction.Content;
import io.crmkit.interaction.InteractionId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said to a contact, in no channel's own words. Immutable; without what it says in {@code toString}.
 *
 * @since 0.1
 */
public sealed interface Outgoing {
    /** The most characters of a text. */
    int LONGEST = 4_096;

    /** Which entry of the timeline it answers, reacts to or marks, if any. */
    default Optional<InteractionId> about() {
        return Optional.empty();
    }

    /** Whether it may be said while nobody wrote lately: the provider approved its words. */
    default boolean approved() {
        return false;
    }

    /** What stands in the timeline once it is said; empty if it is no message of its own. */
    Optional<Content> content();

    /**
     * Words.
     *
     * @param body 1 to 4,096 characters
     * @param answering the entry of the timeline that is quoted; null for none
     */
    record Text(String body, @Nullable InteractionId answering) implements Outgoing {
        public Text {
            text(body, LONGEST);
        }

        @Override
        public Optional<InteractionId> about() {
            return Optional.ofNullable(answering);
        }

        @Override
        public Optional<Content> content() {
            return Optional.of(Content.text(body));
        }

        @Override
        public String toString() {
            return "Text";
        }
    }

    /**
     * Words the provider approved beforehand, with places to fill in.
     *
     * @param name as the provider knows it, 1 to 512 characters
     * @param language such as {@code es_AR}
     * @param fields what fills the places of its body, in their order
     * @param header the file at its top; null for none
     * @param payloads of its quick-reply buttons, in their order
     * @param preview as the reader sees it, for the timeline; null if nobody told
     */
    record Template(
            String name,
            String language,
            List<String> fields,
            @Nullable Media header,
            List<String> payloads,
            @Nullable String preview)
            implements Outgoing {
        public Template {
            text(name, 512);
            text(language, 20);
            fields = List.copyOf(fields);
            payloads = List.copyOf(payloads);
        }

        public static Template of(String name, String language, String... fields) {
            return new Template(name, language, List.of(fields), null, List.of(), null);
        }

        /** The same, shown in the timeline as the reader sees it. */
        public Template shownAs(String text) {
            return new Template(name, language, fields, header, payloads, text);
        }

        /** The same with other words in its places and in what is shown. */
        Template filled(List<String> words, @Nullable String text) {
            return new Template(name, language, words, header, payloads, text);
        }

        @Override
        public boolean approved() {
            return true;
        }

        @Override
        public Optional<Content> content() {
            return Optional.of(Content.of("template", preview != null ? preview : name, null));
        }

        @Override
        public String toString() {
            return "Template[" + name + "]";
        }
    }

    /**
     * A file: of the provider's, by its id, or of anybody's, by a link. Exactly one of both is given.
     *
     * @param caption the words under it; null for none
     * @param fileName what it is called, of a document; null for nothing
     */
    record Media(
            Kind kind,
            @Nullable String mediaId,
            @Nullable String link,
            @Nullable String caption,
            @Nullable String fileName)
            implements Outgoing {
        /** What kind of file. */
        public enum Kind {
            IMAGE,
            VIDEO,
            AUDIO,
            DOCUMENT,
            STICKER;

            /** In the words of {@link io.crmkit.interaction.Attachment#kind()}. */
            public String word() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }

        public Media {
            if ((mediaId == null) == (link == null)) {
                throw new IllegalArgumentException("A file is given by the provider's id or by a link");
            }
        }

        /** A file anybody can read by this link. */
        public static Media at(Kind kind, String link) {
            return new Media(kind, null, link, null, null);
        }

        /** A file the provider has already. */
        public static Media of(Kind kind, String mediaId) {
            return new Media(kind, mediaId, null, null, null);
        }

        /** With words under it. */
        public Media saying(String words) {
            return new Media(kind, mediaId, link, words, fileName);
        }

        @Override
        public Optional<Content> content() {
            return Optional.of(Contents.of(this));
        }

        @Override
        public String toString() {
            return "Media[" + kind + "]";
        }
    }

    /**
     * Words with answers to choose from.
     *
     * @param options 1 to 3 as buttons, or 1 to 10 in a list
     * @param list what opens the list, 1 to 20 characters; null for buttons
     */
    record Choice(
            String body, List<Option> options, @Nullable String list) implements Outgoing {
        /**
         * One of the answers.
         *
         * @param id what comes back when it is chosen, 1 to 256 characters
         * @param title 1 to 24 characters; of a button at most 20
         */
        public record Option(String id, String title) {
            public Option {
                text(id, 256);
                text(title, 24);
            }
        }

        public Choice {
            text(body, LONGEST);
            options = List.copyOf(options);
            if (options.isEmpty() || options.size() > (list == null ? 3 : 10)) {
                throw new IllegalArgumentException("There are 1 to 3 buttons, or 1 to 10 entries of a list");
            }
        }

        @Override
        public Optional<Content> content() {
            return Optional.of(Content.of("interactive", body, null));
        }

        @Override
        public String toString() {
            return "Choice[" + options.size() + "]";
        }
    }

    /**
     * An emoji on a message of the contact's.
     *
     * @param emoji empty takes it back
     */
    record Reaction(InteractionId to, String emoji) implements Outgoing {
        @Override
        public Optional<InteractionId> about() {
            return Optional.of(to);
        }

        @Override
        public Optional<Content> content() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "Reaction";
        }
    }

    /** That the contact's message was read. */
    record ReadMark(InteractionId of) implements Outgoing {
        @Override
        public Optional<InteractionId> about() {
            return Optional.of(of);
        }

        @Override
        public boolean approved() {
            return true;
        }

        @Override
        public Optional<Content> content() {
            return Optional.empty();
        }
    }

    private static void text(String value, int longest) {
        if (value.isBlank() || value.length() > longest) {
            throw new IllegalArgumentException("What is said has 1 to " + longest + " characters here");
        }
    }
}
