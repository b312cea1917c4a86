package io.crmkit.export;

import io.crmkit.capture.ParkedUpdate;
import io.crmkit.capture.SetAsides.SetAside;
import io.crmkit.contact.IdentityStatement;
import io.crmkit.dossier.Archive;
import io.crmkit.dossier.Dossier;
import io.crmkit.dossier.Origins;
import io.crmkit.dossier.Registers;
import io.crmkit.dossier.Scope;
import io.crmkit.dossier.Snapshot;
import io.crmkit.interaction.MessageDeleted;
import io.crmkit.interaction.MessageEdited;
import io.crmkit.interaction.MessageUpdate;
import io.crmkit.interaction.Reacted;
import io.crmkit.interaction.StatusReached;
import io.crmkit.move.Luggage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Everything about contacts as JSON records, which {@link ArchiveImport} reads back. A contact's record is followed by one
 * for each entry of its timeline; of all contacts, what it takes to be the same elsewhere comes after the last one. Its
 * schema is the resource {@code crm-archive-2.schema.json}.
 *
 * @since 0.1
 */
public final class ArchiveJson implements ExportFormat {
    static final String SCHEMA = "crm-archive/2";

    /** Without what was agreed, asked for and sent, erased people, lists and reports; read all the same. */
    static final String BEFORE = "crm-archive/1";

    private final boolean array;
    private final JsonFactory factory;

    private ArchiveJson(boolean array) {
        this.array = array;
        this.factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .rootValueSeparator(array ? ",\n" : "\n")
                .build();
    }

    /** One document: an array of records. */
    public static ArchiveJson document() {
        return new ArchiveJson(true);
    }

    /** A record a line. */
    public static ArchiveJson lines() {
        return new ArchiveJson(false);
    }

    @Override
    public String schema() {
        return SCHEMA + (array ? "" : " lines");
    }

    @Override
    public long write(Snapshot snapshot, OutputStream out, Each each) throws IOException {
        try {
            return new Records(out).all(snapshot, each);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** One record after the other. */
    private final class Records {
        private final Writer writer;
        private final JsonGenerator generator;
        private final JsonOut json;
        private final PortraitWriter portraits;
        private final EntryWriter entries;
        private final KeepsakeJson keepsakes;
        private long records;

        Records(OutputStream out) {
            writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            generator = factory.createGenerator(ObjectWriteContext.empty(), writer);
            json = new JsonOut(generator);
            portraits = new PortraitWriter(json);
            entries = new EntryWriter(json);
            keepsakes = new KeepsakeJson(json);
        }

        long all(Snapshot snapshot, Each each) throws IOException {
            writer.write(array ? "[\n" : "");
            records++;
            json.begin()
                    .text("record", "header")
                    .text("schema", SCHEMA)
                    .time("asOf", snapshot.asOf().now())
                    .id("zone", snapshot.asOf().settings().zone())
                    .flag("everything", snapshot.scope().equals(Scope.EVERYTHING))
                    .end();
            long contacts = 0;
            Luggage luggage = Luggage.of(snapshot);
            for (Dossier dossier : snapshot) {
                if (!each.more()) {
                    return records;
                }
                contacts++;
                records++;
                portraits.write(dossier.portrait(), dossier.summary());
                luggage.keepsakes(dossier, keepsake -> {
                    records++;
                    keepsakes.write(keepsake);
                });
                dossier.entries(entry -> {
                    records++;
                    entries.write(entry);
                });
            }
            if (snapshot.scope().equals(Scope.EVERYTHING)) {
                registers(snapshot.registers(), luggage);
            }
            json.begin()
                    .text("record", "end")
                    .number("contacts", contacts)
                    .number("records", records)
                    .end();
            generator.flush();
            writer.write(array ? "\n]\n" : "\n");
            writer.flush();
            return records - 1;
        }

        private void registers(Registers registers, Luggage luggage) {
            registers.identifiers(this::identifier);
            registers.statements(this::statement);
            registers.contradictions(this::contradiction);
            registers.parked(this::parked);
            registers.setAside(this::setAside);
            registers.dismissals(this::dismissal);
            records += new KeptJson(json).write(luggage);
        }

        private JsonOut record(String name) {
            records++;
            return json.begin().text("record", name);
        }

        private void identifier(Origins.Held held) {
            record("identifier");
            portraits.held(held);
            json.end();
        }

        private void statement(IdentityStatement statement) {
            record("statement")
                    .each("now", statement.now().stream().sorted().toList(), portraits::key)
                    .each("before", statement.before().stream().sorted().toList(), portraits::key)
                    .time("at", statement.at())
                    .flag("listed", statement.listed())
                    .end();
        }

        private void contradiction(Archive.Contradiction contradiction) {
            record("contradiction")
                    .id("one", contradiction.one())
                    .id("other", contradiction.other())
                    .end();
        }

        private void parked(ParkedUpdate parked) {
            record("update")
                    .text("channel", parked.target().account().channel())
                    .text("account", parked.target().account().account())
                    .text("providerId", parked.target().id())
                    .time("receivedAt", parked.receivedAt())
                    .time("at", parked.update().at());
            update(parked.update());
            portraits.naming(parked.told());
            json.end();
        }

        private void update(MessageUpdate update) {
            ContentWriter contents = new ContentWriter(json);
            if (update instanceof StatusReached status) {
                json.text("kind", "status").word("state", status.state());
                json.begin("error");
                contents.error(status.error());
                json.end();
            } else if (update instanceof MessageEdited edit) {
                json.text("kind", "edit").begin("content");
                contents.fields(edit.content());
                json.end();
            } else if (update instanceof Reacted reaction) {
                json.text("kind", "reaction").word("from", reaction.by()).text("emoji", reaction.emoji());
            } else {
                json.text("kind", update instanceof MessageDeleted ? "deletion" : "unknown");
            }
        }

        private void setAside(SetAside aside) {
            record("setAside")
                    .time("receivedAt", aside.receivedAt())
                    .text("channel", aside.what().channel())
                    .text("account", aside.what().account())
                    .text("reason", aside.what().reason())
                    .text("raw", aside.what().raw())
                    .end();
        }

        private void dismissal(Archive.Dismissal dismissal) {
            record("dismissal")
                    .id("one", dismissal.pair().one())
                    .id("other", dismissal.pair().other())
                    .text("by", dismissal.by())
                    .time("at", dismissal.at())
                    .end();
        }
    }
}
